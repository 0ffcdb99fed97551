import { nextAllowedAt } from './nextAllowedAt';
import { grantsLeft, type Notices } from './notices';
import type { MessagePolicy } from './policy';
import { templateOf } from './templates';
import { topics, type GrantTopic } from './topics';
import type { OutboxMessage } from './types';

/** Whom a message is for, as far as sending needs to know. */
export interface Recipient {
  readonly notices: Notices;
  readonly marketing: boolean;
  readonly phone: string | null;
}

export interface SendSetting {
  readonly now: number;
  readonly offsetMinutes: number;
  readonly policy: MessagePolicy;
  /** Topics whose template is stopped after a set-up error. */
  readonly stopped: ReadonlySet<string>;
  /** Whether SMS can be sent at all. */
  readonly sms: boolean;
}

/** Why a message does not go out now. */
export type SendReason =
  | 'expired'
  | 'memberGone'
  | 'switchedOff'
  | 'noGrant'
  | 'templateStopped'
  | 'quietOrCapped'
  | 'noConsent'
  | 'fieldWrong'
  | 'refused'
  | 'triesUsedUp'
  | 'outcomeUnknown';

/** What to do with a message that is due. `inbox`: whether it is laid into the inbox by the way. */
export type SendDecision =
  | { readonly act: 'push'; readonly channel: 'subscription' | 'sms'; readonly inbox: boolean }
  | {
      readonly act: 'keep';
      readonly state: 'waiting' | 'held';
      readonly dueAt: number;
      readonly reason: SendReason;
      readonly inbox: boolean;
    }
  | { readonly act: 'end'; readonly state: 'sent' | 'givenUp' | 'unknown'; readonly reason: SendReason | null; readonly inbox: boolean };

/** How long a held message of a stopped template waits before it is looked at again. */
const stoppedWaitMs = 3_600_000;

/**
 * What becomes of a due message, in this order: too late, nobody there, switched off; the inbox; then the push: handed over before (never
 * again), no grant or consent, template stopped, caps and quiet hours. What cannot be pushed before it is pointless is given up at once.
 */
export function decideSend(message: OutboxMessage, recipient: Recipient | null, setting: SendSetting): SendDecision {
  const { now } = setting;
  if (now >= message.expiresAt) return end('givenUp', message.reason === 'noGrant' ? 'noGrant' : 'expired', false);
  if (recipient === null) return end('givenUp', 'memberGone', false);
  const { channels, topic } = templateOf(message.kind);
  if (recipient.notices.off.includes(topic)) return end('givenUp', 'switchedOff', false);
  const inbox = channels.includes('inbox') && message.inboxAt === 0;
  const channel = channels.find((each) => each !== 'inbox');
  if (channel === undefined) return end('sent', null, inbox);
  if (recipient.notices.recent.some(({ id }) => id === message._id)) return end('unknown', 'outcomeUnknown', inbox);
  if (channel === 'sms' && !(setting.sms && recipient.marketing && recipient.phone !== null)) return end('sent', 'noConsent', inbox);
  if (channel === 'subscription' && grantsLeft(recipient.notices, topic as GrantTopic) < 1) {
    return { act: 'keep', state: 'held', dueAt: message.expiresAt, reason: 'noGrant', inbox };
  }
  if (channel === 'subscription' && setting.stopped.has(topic)) {
    return { act: 'keep', state: 'held', dueAt: Math.min(now + stoppedWaitMs, message.expiresAt), reason: 'templateStopped', inbox };
  }
  const pushedAt = recipient.notices.recent.map(({ at }) => at);
  const allowedAt = nextAllowedAt(setting.policy, pushedAt, now, setting.offsetMinutes);
  if (allowedAt >= message.expiresAt) return end('givenUp', 'quietOrCapped', inbox);
  if (allowedAt > now) return { act: 'keep', state: 'waiting', dueAt: allowedAt, reason: 'quietOrCapped', inbox };
  return { act: 'push', channel, inbox };
}

/** The grant that a push of this message uses up; null for one that needs none. */
export function grantTopicOf(message: Pick<OutboxMessage, 'kind'>): GrantTopic | null {
  const { channels, topic } = templateOf(message.kind);
  return channels.includes('subscription') && topics[topic].template !== null ? (topic as GrantTopic) : null;
}

function end(state: 'sent' | 'givenUp' | 'unknown', reason: SendReason | null, inbox: boolean): SendDecision {
  return { act: 'end', state, reason, inbox };
}
