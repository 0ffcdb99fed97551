import type { Channel } from './templateRow';
import type { MessageKind } from './templates';

/**
 * How a message waits to be sent: `waiting` for its time, `sending` while an attempt has claimed it, `held` for a grant or a person.
 * `unknown`: the platform was asked and its answer was lost; it is never asked again, the platform's own event settles it.
 * `sent` and `givenUp` are ends.
 */
export const messageStates = ['waiting', 'sending', 'held', 'unknown', 'sent', 'givenUp'] as const;
export type MessageState = (typeof messageStates)[number];

/** What a template is filled with, as kept: numbers, days, and texts (`nameZh` and `nameEn` for one in both languages). */
export type Facts = Readonly<Record<string, string | number>>;

/** An effect outside the database, written in the transaction of what caused it and carried out by jobs. `_id` = `<kind>:<source>`. */
export interface OutboxMessage {
  readonly _id: string;
  readonly kind: MessageKind;
  readonly memberId: string;
  /** The facts its template needs; never a personal fact. */
  readonly facts: Facts;
  /** Ten characters that stand for the message in addresses: a tap on it is counted by them. */
  readonly ref: string;
  readonly state: MessageState;
  /** 1 goes first. */
  readonly priority: number;
  readonly createdAt: number;
  /** Not sent before; moved on by quiet hours and by back-off. While `sending`: when the attempt counts as dead. */
  readonly dueAt: number;
  /** Pointless afterwards. */
  readonly expiresAt: number;
  /** How often the platform has refused it for a reason that may pass. */
  readonly tries: number;
  /** The attempt that holds it, or held it last. */
  readonly attemptId: string | null;
  /** Why it is held, was given up, or waits longer. */
  readonly reason: string | null;
  /** Since when it lies in the inbox; 0: it does not. */
  readonly inboxAt: number;
  /** When the member read it there, or opened it from outside. */
  readonly readAt: number | null;
  readonly openedAt: number | null;
  /** What went out: the channel, when, and the platform's number for it. */
  readonly sent: { readonly channel: Channel; readonly at: number; readonly msgId: string | null } | null;
  /** Everything that became of it, oldest first. */
  readonly history: readonly MessageStep[];
}

/** One step of a message's history. */
export interface MessageStep {
  readonly at: number;
  readonly state: MessageState;
  readonly reason?: string;
}

/** A template of the platform that was stopped after a set-up error. `_id` is the topic; an operator lifts it. */
export interface TemplateStop {
  readonly _id: string;
  readonly errCode: number;
  readonly text: string;
  readonly at: number;
  readonly messageId: string;
  /** When an operator lifted it; null while it is in force. */
  readonly liftedAt: number | null;
}
