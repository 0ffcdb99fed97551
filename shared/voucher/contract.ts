import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { cursorField, keyField, monthField, slugField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { PackView } from '../reward/pack';
import type { BookingView } from './booking/view';
import { walletTabs, type Benefit } from './types';
import type { CouponTerms, VoucherView } from './view';

export interface ClaimReceipt {
  readonly voucher: VoucherView;
}

export interface BuyReceipt extends ClaimReceipt {
  /** Points available afterwards. */
  readonly available: number;
}

export interface VoucherPage {
  readonly vouchers: readonly VoucherView[];
  readonly next: string | null;
}

export interface PackPage {
  readonly packs: readonly PackView[];
  readonly next: string | null;
}

/** A coupon on the page, and whether the caller can have it. */
export interface OfferedCoupon {
  readonly terms: CouponTerms;
  /** Free units, at most 30 s old; null: there is no end of them. */
  readonly left: number | null;
  readonly endsOn: Day | null;
  readonly days: number | null;
  readonly claimed: number;
  readonly perMember: number;
  readonly whyNot: 'gone' | 'limit' | null;
}

export interface GiftReceipt {
  readonly token: string;
  readonly until: number;
  readonly voucher: VoucherView;
}

/** How a gift stands for the one who looks: `own` is the giver's, `yours` was taken by the caller. */
export type GiftStanding = 'open' | 'own' | 'yours' | 'taken' | 'lapsed';

export interface GiftView {
  readonly standing: GiftStanding;
  readonly terms: CouponTerms;
  readonly endsOn: Day;
  readonly until: number;
  readonly joined: boolean;
}

/** What a code that begins with 7 stands for, as staff see it. */
export type TicketCheck =
  | {
      readonly kind: 'voucher';
      readonly code: string;
      readonly name: Bilingual;
      readonly detail: Bilingual;
      readonly benefit: Benefit;
      readonly endsOn: Day;
      /** Redeemed by itself here; otherwise it is used with a purchase, and the member's code comes first. */
      readonly atCounter: boolean;
      /** The session it was booked for; null where none is needed. */
      readonly booking: BookingView | null;
    }
  | { readonly kind: 'pack'; readonly code: string; readonly pack: PackView };

export type TicketReceipt = TicketCheck & { readonly at: number };

/** One redeemed voucher of a partner's coupon. */
export interface SettlementRow {
  readonly partnerId: string;
  readonly couponId: string;
  readonly name: Bilingual;
  readonly voucherId: string;
  readonly at: number;
  readonly shopId: string;
  readonly discountFen: number;
}

const voucherIdField = z.string().check(z.minLength(3), z.maxLength(160));
const ticketField = z.string().check(z.regex(/^7\d{15}$/));
const tokenField = z.string().check(z.regex(/^[0-9a-z]{26}$/));
const wordField = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const reasonField = z.string().check(z.trim(), z.minLength(4), z.maxLength(200));
const keyed = { key: keyField, voucherId: voucherIdField };

const claimRefusals = ['member.unknown', 'voucher.noCoupon', 'voucher.gone', 'voucher.limit', 'key.reused'] as const;
const useRefusals = [
  'voucher.unknown',
  'voucher.revoked',
  'voucher.done',
  'voucher.gifting',
  'voucher.early',
  'voucher.lapsed',
  'voucher.otherShop',
  'voucher.otherDay',
  'voucher.otherHour',
  'voucher.held',
] as const;
const arrivalRefusals = ['booking.needed', 'booking.calledOff', 'booking.otherShop', 'booking.tooEarly', 'booking.missed'] as const;
const packRefusals = ['pack.empty', 'pack.lapsed', 'pack.otherShop'] as const;

export const voucherMember = {
  /** Claims a coupon from the page, once a tap. */
  'voucher.claim': command<ClaimReceipt>()({ input: z.strictObject({ key: keyField, couponId: slugField }), refusals: claimRefusals }),
  /** Claims by a word; wrong ones are counted, and lock for a while. */
  'voucher.claimByWord': command<ClaimReceipt>()({
    input: z.strictObject({ key: keyField, word: wordField }),
    refusals: [...claimRefusals, 'voucher.wrongWord', 'code.locked'],
  }),
  /** Buys a voucher for points: points, unit and claim together or none. */
  'voucher.buy': command<BuyReceipt>()({
    input: z.strictObject({ key: keyField, couponId: slugField }),
    refusals: [...claimRefusals, 'points.short', 'reward.cancelled'],
  }),
  /** What can be claimed on the page, how many are left, or why not. */
  'voucher.coupons': command<{ readonly coupons: readonly OfferedCoupon[] }>()({
    input: z.strictObject({}),
    refusals: ['member.unknown'],
  }),
  /** The caller's vouchers: usable (those that end first come first), used and lapsed (latest first). */
  'voucher.mine': command<VoucherPage>()({
    input: z.strictObject({ tab: z.enum(walletTabs), cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
  'voucher.one': command<VoucherView>()({ input: z.strictObject({ voucherId: voucherIdField }), refusals: ['voucher.unknown'] }),
  /** The caller's service packs, latest first. */
  'voucher.packs': command<PackPage>()({ input: z.strictObject({ cursor: z.optional(cursorField) }), refusals: ['member.unknown'] }),
  /** Offers a voucher by a one-time link. */
  'voucher.offerGift': command<GiftReceipt>()({
    input: z.strictObject(keyed),
    refusals: [
      'member.unknown',
      'voucher.unknown',
      'voucher.notUsable',
      'voucher.notGiftable',
      'voucher.held',
      'voucher.gifting',
      'voucher.booked',
      'key.reused',
    ],
  }),
  'voucher.withdrawGift': command<VoucherView>()({ input: z.strictObject(keyed), refusals: ['voucher.unknown', 'gift.taken'] }),
  /** What lies behind a link; anybody may look. */
  'voucher.gift': command<GiftView>()({ input: z.strictObject({ token: tokenField }), refusals: ['gift.unknown'] }),
  /** Takes the gift, once: it is the caller's from then on. */
  'voucher.acceptGift': command<ClaimReceipt>()({
    input: z.strictObject({ key: keyField, token: tokenField }),
    refusals: ['member.unknown', 'gift.unknown', 'gift.own', 'gift.taken', 'gift.lapsed'],
  }),
};

export const voucherStaff = {
  /** What a voucher's or pack's code stands for. */
  'voucher.check': command<TicketCheck>()({
    input: z.strictObject({ code: ticketField }),
    refusals: [...useRefusals, ...arrivalRefusals, ...packRefusals, 'code.locked'],
  }),
  /** Redeems a voucher that needs no purchase, or takes one use of a pack: once a tap. */
  'voucher.redeem': command<TicketReceipt>()({
    input: z.strictObject({ key: keyField, code: ticketField }),
    refusals: [...useRefusals, ...arrivalRefusals, ...packRefusals, 'voucher.atTill', 'code.locked'],
  }),
  /** Takes that back: the same staff member, within five minutes. */
  'voucher.undoUse': command<TicketCheck>()({
    input: z.strictObject({ key: keyField, code: ticketField }),
    refusals: ['voucher.unknown', 'voucher.atTill', 'use.none', 'undo.otherStaff', 'undo.tooLate', 'code.locked'],
  }),
};

export const voucherConsole = {
  /** Gives a voucher to a card; the reason is kept. */
  'voucher.grant': command<{ readonly voucherId: string }>()({
    input: z.strictObject({ key: keyField, cardNumber: z.string().check(z.regex(/^9\d{15}$/)), couponId: slugField, reason: reasonField }),
    refusals: ['card.unknown', 'voucher.noCoupon', 'voucher.gone', 'key.reused'],
  }),
  /** Takes one unused voucher away, by its code; the reason is kept. */
  'voucher.revoke': command<{ readonly voucherId: string }>()({
    input: z.strictObject({ code: ticketField, reason: reasonField }),
    refusals: ['voucher.unknown', 'voucher.done'],
  }),
  /** Takes every unused voucher of a coupon away and gives out no more; a job carries it out. */
  'voucher.revokeCoupon': command<{ readonly couponId: string }>()({
    input: z.strictObject({ couponId: slugField, reason: reasonField }),
    refusals: ['voucher.noCoupon', 'voucher.promised'],
  }),
  /** Redeemed vouchers of partners' coupons in a month, to settle accounts with them. */
  'voucher.settlement': command<{ readonly rows: readonly SettlementRow[]; readonly next: string | null }>()({
    input: z.strictObject({ month: monthField, cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(256))) }),
    refusals: [],
  }),
};
