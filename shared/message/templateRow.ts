import type { Bilingual } from '../kernel/bilingual';
import type { Topic } from './topics';

/** How a message goes out: by a subscription message (one grant each), in the member's inbox, by SMS (marketing consent only). */
export type Channel = 'subscription' | 'inbox' | 'sms';

/**
 * `words`: a text in both languages; `text`: one for both; `count`: a whole number; `day`: `YYYY-MM-DD`;
 * `clock`: `HH:MM`; `fen`: an amount.
 */
export type FactKind = 'words' | 'text' | 'count' | 'day' | 'clock' | 'fen';

/** One kind of message, whole: who gets it, how, what it says, how long it is worth sending, what it opens, how it is stopped. */
export interface TemplateRow {
  /** `asked`: who asked to be told; `everybody`: what a member would want to find in the inbox; `marketing`: never by subscription. */
  readonly audience: 'asked' | 'everybody' | 'marketing';
  readonly channels: readonly Channel[];
  /** The off switch, and the platform's template. */
  readonly topic: Topic;
  readonly facts: Readonly<Record<string, FactKind>>;
  /** The platform template's fields; `{name}` is filled by that fact. Empty where no subscription message is sent. */
  readonly fields: Readonly<Record<string, Bilingual>>;
  readonly title: Bilingual;
  readonly body: Bilingual;
  /** 1 goes before 2 before 3. */
  readonly priority: 1 | 2 | 3;
  /** How long after it is due the message is still worth sending. */
  readonly lifeHours: number;
  /** The page it opens, without a leading slash. */
  readonly page: string;
  /** Facts that the page needs as parameters of their own name. */
  readonly query?: readonly string[];
}

interface FactValues {
  readonly words: Bilingual;
  readonly text: string;
  readonly count: number;
  readonly day: string;
  readonly clock: string;
  readonly fen: number;
}

/** What a use case has to say for a row's facts. */
export type FactsOf<Row extends TemplateRow> = { readonly [Name in keyof Row['facts']]: FactValues[Row['facts'][Name]] };
