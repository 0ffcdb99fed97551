import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { cursorField, keyField } from '../kernel/fields';
import { messageLanguages } from './dayWords';
import type { MessageKind } from './templates';
import { grantTopics, topicNames, type Topic } from './topics';
import type { MessageState, MessageStep, TemplateStop } from './types';

/** A message in the inbox. */
export interface InboxMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly topic: Topic;
  readonly at: number;
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly read: boolean;
  /** The page it opens with its parameters, without a leading slash. */
  readonly page: string;
  /** What became of it, oldest first. */
  readonly history: readonly MessageStep[];
}

export interface InboxPage {
  readonly messages: readonly InboxMessage[];
  readonly unread: number;
  readonly next: string | null;
  readonly offsetMinutes: number;
}

/** A topic on the settings page. `left`: how many more messages the platform will carry; null for one told in the inbox only. */
export interface TopicView {
  readonly topic: Topic;
  readonly on: boolean;
  readonly left: number | null;
  readonly templateId: string | null;
}

/** What the first screen knows of messages: what is new, and which templates can be asked for in a tap. */
export interface NoticesView {
  readonly unread: number;
  readonly topics: readonly TopicView[];
}

const verdicts = ['accept', 'reject'] as const;
const asksMax = 5;

export const messageMember = {
  /** Takes what the phone's dialog gave: a claim, corrected later by the platform. */
  'message.grant': command<NoticesView>()({
    input: z.strictObject({
      key: keyField,
      language: z.enum(messageLanguages),
      answers: z
        .array(z.strictObject({ topic: z.enum(grantTopics), verdict: z.enum(verdicts) }))
        .check(z.minLength(1), z.maxLength(asksMax)),
    }),
    refusals: ['member.unknown', 'key.reused'],
  }),
  /** Switches a topic on or off, whatever was granted. */
  'message.switch': command<NoticesView>()({
    input: z.strictObject({ topic: z.enum(topicNames), on: z.boolean(), language: z.enum(messageLanguages) }),
    refusals: ['member.unknown'],
  }),
  'message.settings': command<NoticesView>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** The inbox, newest first. */
  'message.inbox': command<InboxPage>()({ input: z.strictObject({ cursor: z.optional(cursorField) }), refusals: ['member.unknown'] }),
  /** Marks one message as read, or every one up to now. */
  'message.read': command<NoticesView>()({
    input: z.strictObject({ id: z.optional(z.string().check(z.maxLength(200))) }),
    refusals: ['member.unknown'],
  }),
  /** Somebody came in by a message: counted once a message, by its short id. */
  'message.opened': command<{ readonly counted: boolean }>()({
    input: z.strictObject({ ref: z.string().check(z.regex(/^[0-9a-z]{10}$/)) }),
    refusals: ['member.unknown'],
  }),
};

/** A kind of message filled with its latest real facts, or with made-up ones when none was ever written. */
export interface MessagePreview {
  readonly kind: MessageKind;
  readonly real: boolean;
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly fields: { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };
}

export interface OutboxFigures {
  readonly states: Readonly<Record<MessageState, number>>;
  readonly stops: readonly TemplateStop[];
}

export const messageConsole = {
  /** What each kind would say, in both languages. */
  'message.preview': command<{ readonly previews: readonly MessagePreview[] }>()({ input: z.strictObject({}), refusals: [] }),
  /** How many messages are in which state, and which templates are stopped. */
  'message.outbox': command<OutboxFigures>()({ input: z.strictObject({}), refusals: [] }),
  /** Lifts the stop of a template after its set-up was mended. */
  'message.resume': command<{ readonly lifted: boolean }>()({ input: z.strictObject({ topic: z.enum(grantTopics) }), refusals: [] }),
};
