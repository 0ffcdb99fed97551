import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

export const roles = ['clerk', 'lead', 'operator'] as const;
export type Role = (typeof roles)[number];

export interface Shop {
  readonly _id: string;
  readonly name: Bilingual;
  readonly active: boolean;
}

/** A person who works for the programme. `_id` is the openid, so that identity is one read. */
export interface Staff {
  readonly _id: string;
  readonly staffId: string;
  readonly name: string;
  /** The shop they act in; null for operators who stand at no till. */
  readonly shopId: string | null;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** A chip on the till's keypad. Excluded categories earn no points. */
export interface Category {
  readonly _id: string;
  readonly name: Bilingual;
  readonly excluded: boolean;
  readonly order: number;
  readonly active: boolean;
}

/** How far a job that goes through the days has come: everything of the days before `day` is done, and of `day` what is up to `after`. */
export interface DayMark {
  readonly _id: string;
  readonly day: Day;
  /** `_id` of the last document of that day that was treated; empty before the first. */
  readonly after: string;
}

/** Guards a job and tells of its last run. `_id` is the job's name; whoever holds it until `until` may run. */
export interface Lease {
  readonly _id: string;
  readonly holder: string;
  readonly until: number;
  /** When the last run began, and how long it took; null while it runs or when it was killed. */
  readonly ranAt: number;
  readonly tookMs: number | null;
  readonly lastResult: Readonly<Record<string, number | boolean>>;
  /** What the last run stumbled over; null when it ended well. */
  readonly fault: string | null;
}

/** Where somebody works: at a shop's till, in the office. */
export interface Works {
  readonly till: boolean;
  readonly office: boolean;
}
