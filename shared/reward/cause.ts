import type { Bilingual } from '../kernel/bilingual';

/** Something that members can give points to. Nothing is handed over, so it has no stock. */
export interface Cause {
  readonly _id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  /** The amounts in points that are offered to be given. */
  readonly amounts: readonly number[];
  readonly active: boolean;
}

/** Points given to a cause. `_id` = `<member>:<the caller's key>`; its entry is `<account>:redemption:<the caller's key>`. */
export interface Donation {
  readonly _id: string;
  readonly causeId: string;
  readonly memberId: string;
  readonly points: number;
  readonly at: number;
}

/** A cause as members see it. */
export interface CauseView {
  readonly id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly amounts: readonly number[];
  /** Points given by everybody, at most 30 seconds old. */
  readonly given: number;
  /** Points that the caller has given. */
  readonly mine: number;
}
