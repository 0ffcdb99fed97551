import type { Bilingual } from '../kernel/bilingual';

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

/** Guards a job: whoever holds it until `until` may run. `_id` is the job's name. */
export interface Lease {
  readonly _id: string;
  readonly holder: string;
  readonly until: number;
  readonly ranAt: number;
  readonly lastResult: Readonly<Record<string, number | boolean>>;
}
