import type { Day } from '../kernel/time';

/** One member at one till, opened by a code. `_id` = `<member>:<window of the code>`; it is also the code's use. */
export interface CodeUse {
  readonly _id: string;
  readonly visitId: string;
  readonly at: number;
  readonly shopId: string;
  readonly device: string;
}

export interface Visit {
  readonly _id: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly shopId: string;
  readonly device: string;
  readonly staffId: string;
  readonly openedAt: number;
  readonly endsAt: number;
  /** `scan` or `typed`: how the code was given. */
  readonly by: 'scan' | 'typed';
  /** Last four digits of the member's card. */
  readonly cardTail: string;
}

/** A category's share of a purchase, as the till took it. */
export interface PurchaseLine {
  readonly categoryId: string;
  readonly amountFen: number;
}

export interface PurchaseUndo {
  readonly key: string;
  readonly at: number;
  readonly staffId: string;
  readonly device: string;
}

/** A purchase, which is also its own audit record. `_id` = `<shop>:<period>:<order number>`, with `~2` … after an undo. */
export interface Purchase {
  readonly _id: string;
  readonly key: string;
  readonly orderNo: string;
  readonly shopId: string;
  readonly staffId: string;
  readonly device: string;
  readonly visitId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly cardTail: string;
  readonly at: number;
  readonly day: Day;
  readonly lines: readonly PurchaseLine[];
  readonly payableFen: number;
  /** Points posted, after the daily cap. */
  readonly points: number;
  readonly capped: boolean;
  readonly releaseOn: Day;
  readonly multiplier: number;
  readonly undo: PurchaseUndo | null;
}

/** Wrong codes within the last ten minutes. `_id` = `card:<number>` or `staff:<id>`. */
export interface Attempts {
  readonly _id: string;
  readonly failures: readonly number[];
  readonly lockedUntil: number;
}
