import type { Bilingual } from '../kernel/bilingual';

/** A group of members on WeChat (社群) that a shop looks after. `_id` is its id from the file. */
export interface Group {
  readonly _id: string;
  readonly name: Bilingual;
  /** The shop whose staff look after it; null: every shop's. */
  readonly shopId: string | null;
  /** Ready-made posts, to be copied into the group. */
  readonly posts: readonly Bilingual[];
  readonly active: boolean;
}
