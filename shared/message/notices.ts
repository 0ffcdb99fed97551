import type { MessageLanguage } from './dayWords';
import type { GrantTopic, Topic } from './topics';

/** A question that the platform asked the member, as the phone told it and as the platform's event told it. */
export interface GrantAsk {
  readonly topic: GrantTopic;
  readonly at: number;
  readonly by: 'phone' | 'event';
  readonly accepted: boolean;
  /** Whether the other side has told of the same question. */
  readonly paired: boolean;
}

/** What a member has to do with messages; part of the personal facts, so that sending and the first screen need no further read. */
export interface Notices {
  /** Raised by every change: whoever changes it names the one they read. */
  readonly rev: number;
  readonly language: MessageLanguage;
  /** Topics that are switched off. */
  readonly off: readonly Topic[];
  /** Grants left, as far as is known: the platform tells nobody, and corrects by events and 43101. */
  readonly grants: Readonly<Partial<Record<GrantTopic, number>>>;
  /** Messages in the inbox that were not seen there. */
  readonly unread: number;
  /**
   * The last pushes, oldest first: the caps count them, and a message that is among them was handed to the platform (or was about to be):
   * it is never handed over again.
   */
  readonly recent: readonly { readonly id: string; readonly at: number }[];
  /** The last questions, oldest first. */
  readonly asks: readonly GrantAsk[];
}

const noNotices: Notices = { rev: 0, language: 'zh', off: [], grants: {}, unread: 0, recent: [], asks: [] };
const recentMax = 20;

/** A member's notices; nobody's phone has asked for anything yet when there are none. */
export function noticesOf(member: { readonly notices?: Notices }): Notices {
  return member.notices ?? noNotices;
}

/** Notices after a push: noted among the last ones, and one grant less when it needs one. */
export function withPush(notices: Notices, push: { readonly id: string; readonly at: number; readonly topic: GrantTopic | null }): Notices {
  const recent = [...notices.recent, { id: push.id, at: push.at }].slice(-recentMax);
  return { ...(push.topic === null ? notices : withGrants(notices, push.topic, -1)), recent };
}

/** Notices after a push that the platform refused for certain: it has not happened. The grant comes back. */
export function withoutPush(notices: Notices, push: { readonly id: string; readonly topic: GrantTopic | null }): Notices {
  const recent = notices.recent.filter(({ id }) => id !== push.id);
  return { ...(push.topic === null ? notices : withGrants(notices, push.topic, 1)), recent };
}

/** Notices with some grants of a topic more, or less. */
export function withGrants(notices: Notices, topic: GrantTopic, delta: number): Notices {
  const left = grantsLeft(notices, topic) + delta;
  if (left < 0) throw new Error(`Grants of ${topic} would fall below zero`);
  return { ...notices, grants: { ...notices.grants, [topic]: left } };
}

export function grantsLeft(notices: Notices, topic: GrantTopic): number {
  return notices.grants[topic] ?? 0;
}
