import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';
import type { Timetable, VoucherBooking } from './booking/types';

/** What a voucher is good for. Money in fen; `percentOff` is what comes off, 1 … 99. */
export type Benefit =
  | { readonly kind: 'amountOff'; readonly thresholdFen: number; readonly offFen: number }
  | { readonly kind: 'percentOff'; readonly thresholdFen: number; readonly percentOff: number; readonly capFen: number | null }
  /** One unit of a product for nothing, or a thing without a price of its own; `listedValueFen` is what it is said to be worth. */
  | { readonly kind: 'goods'; readonly productId: string | null; readonly listedValueFen: number }
  /** `booked`: only in a session that was booked before. */
  | { readonly kind: 'experience'; readonly listedValueFen: number; readonly booked: boolean };

/** Where and on what it can be used; an empty list means everywhere, on everything. */
export interface Scope {
  readonly shopIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly productIds: readonly string[];
}

/** From when to when: between two days, or so many days counted from the day it was issued (that day included). */
export type Validity =
  { readonly kind: 'fixed'; readonly from: Day; readonly to: Day } | { readonly kind: 'relative'; readonly days: number };

/** How a coupon goes together with others: alone when exclusive, otherwise at most one voucher a group, applied by order, then id. */
export interface Stacking {
  readonly group: string;
  readonly exclusive: boolean;
  readonly order: number;
  /** Percentages and goods are reckoned on the price after step 2, or on what earlier vouchers left. */
  readonly on: 'original' | 'reduced';
}

/** How members come by it: on the page, by a word they type, or only because something grants it. */
export type ClaimWay = 'page' | 'code' | 'grant';

/** A coupon is the template; vouchers are its issued copies. `_id` is its id from the file. */
export interface Coupon {
  readonly _id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly benefit: Benefit;
  readonly scope: Scope;
  readonly validity: Validity;
  /** ISO weekdays (1 Monday … 7 Sunday) on which it can be used; empty means every day. */
  readonly weekdays: readonly number[];
  /** Between two times of day, `HH:MM`, the end not included; null means all day. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** How many vouchers there can ever be; null means no limit. With a limit, numbered units `<coupon>#1` … exist as documents. */
  readonly totalMax: number | null;
  /** How many one member may claim, ever: counted by claims, not by what they still hold. */
  readonly perMemberMax: number;
  readonly claim: ClaimWay;
  /** The word to type, in capitals, when `claim` is `code`. */
  readonly code: string | null;
  /** Price in the points mall; null means it is not sold there. */
  readonly points: number | null;
  readonly stacking: Stacking;
  readonly giftable: boolean;
  /** The partner shop that gave it (异业联盟), for the settlement list; null for our own. */
  readonly partnerId: string | null;
  readonly active: boolean;
  /** When it takes place, for an experience that is booked. */
  readonly sessions?: Timetable;
  /** Taken away from everybody who had not used it yet; `done` once no unused voucher was left. */
  readonly revoked?: { readonly at: number; readonly staffId: string; readonly reason: string; readonly done: boolean };
}

/**
 * States that are written; lapsed (past `endsOn`) and held (`heldUntil` in the future) are told by time, so that both end by themselves.
 * `free` is a numbered unit that nobody has.
 */
export type VoucherState = 'free' | 'issued' | 'gifting' | 'redeemed' | 'revoked';

/** How the wallet sorts vouchers. */
export const walletTabs = ['usable', 'used', 'lapsed'] as const;
export type WalletTab = (typeof walletTabs)[number];

/** One step of a voucher's life, oldest first. */
export interface VoucherStep {
  readonly state: VoucherState;
  readonly at: number;
  /** Who or what did it: `<source kind>:<id>`, a staff id, a member id. */
  readonly by: string;
  /** The tap that did it, where the same tap again must be known for ever. */
  readonly key?: string;
  /** The code that the giver had, where somebody accepted it as a gift: the taker has another. */
  readonly was?: string;
}

/**
 * One issued copy. `_id` = `<coupon>#<n>` where the total is limited (the unit is the voucher), otherwise `<coupon>:<member>:<k>`,
 * k being the number of the member's claim, or `<coupon>:<member>:<source>` where it was granted and counts as no claim. One that was
 * bought with points and given back is kept as `<its id>~<its code>`, since its unit or number is somebody's again.
 */
export interface Voucher {
  readonly _id: string;
  readonly couponId: string;
  readonly state: VoucherState;
  /** Number of the unit, where the total is limited. */
  readonly n?: number;
  readonly memberId?: string;
  readonly accountId?: string;
  /** 16 digits that begin with 7; shown as QR and Code 128. */
  readonly code?: string;
  readonly issuedAt?: number;
  /** Why it was issued: `claim:<key>`, `gift`, `checkin:<day>`, `draw:<id>`, … */
  readonly source?: string;
  readonly startsOn?: Day;
  readonly endsOn?: Day;
  /** Held for a quote until then; a time that has passed frees it for any reader. */
  readonly heldUntil?: number;
  readonly heldBy?: string;
  readonly gift?: { readonly token: string; readonly key: string; readonly at: number; readonly until: number };
  /** The session booked with it, also when that has passed. */
  readonly booking?: VoucherBooking;
  readonly redeemed?: VoucherUse;
  readonly revoked?: { readonly at: number; readonly staffId: string; readonly reason: string };
  readonly steps: readonly VoucherStep[];
}

/** A voucher on its way from one member to another. `_id` is the token of the link; what became of it is kept. */
export interface Gift {
  readonly _id: string;
  readonly voucherId: string;
  readonly giverId: string;
  /** The giver's tap. */
  readonly key: string;
  readonly at: number;
  readonly until: number;
  readonly taken: { readonly memberId: string; readonly key: string; readonly at: number } | null;
  readonly withdrawnAt: number | null;
}

/** A voucher that an operator gave to a card. `_id` = `<staff>:<the caller's key>`. */
export interface VoucherGrant {
  readonly _id: string;
  readonly voucherId: string;
  readonly couponId: string;
  readonly cardNumber: string;
  readonly reason: string;
  readonly device: string;
  readonly at: number;
}

/** Where a voucher was used: on a purchase, or by itself at a counter. */
export interface VoucherUse {
  readonly at: number;
  readonly shopId: string;
  readonly staffId: string;
  readonly device: string;
  readonly purchaseId: string | null;
  readonly discountFen: number;
  /** The tap that did it. */
  readonly key: string;
}

/** One claim, which is what limits count. `_id` = `<coupon>:<member>:<k>`, k = 1, 2 … without gaps. */
export interface Claim {
  readonly _id: string;
  readonly couponId: string;
  readonly memberId: string;
  readonly voucherId: string;
  readonly key: string;
  /** The word that it was claimed by. */
  readonly word?: string;
  readonly at: number;
  /** What it gave was given back: its number is the next claim's. */
  readonly cancelledAt?: number;
}
