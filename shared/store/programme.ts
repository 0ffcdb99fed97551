import type { CheckinPolicy } from '../checkin/types';
import type { Bilingual } from '../kernel/bilingual';
import { defaultMessagePolicy, type MessagePolicy } from '../message/policy';
import type { FamilyMax } from '../member/family';
import type { RacePrize } from '../ledger/race';
import type { OrderPeriod } from '../purchase/orderId';
import type { ChancePolicy } from '../game/types';
import { defaultReferralPolicy, type ReferralPolicy } from '../referral/policy';
import type { LadderStep } from '../reward/climb';
import type { Tier } from '../tier/types';

/** The programme's settings. One document, `_id` = `main`; product.md's defaults until a file changes them. */
export interface Programme extends CheckinPolicy {
  readonly _id: 'main';
  readonly name: Bilingual;
  /** Minutes east of UTC; frozen once members exist. */
  readonly offsetMinutes: number;
  /** Version of the privacy text that joining agrees to. */
  readonly consentVersion: string;
  readonly welcomePoints: number;
  /** Coupon of the voucher that joining gives besides the points; null gives points alone. */
  readonly welcomeCoupon: string | null;
  /** How many people may share one account, its holder included. */
  readonly familyMax: FamilyMax;
  /** Points one account may earn by purchases of one day. */
  readonly dailyCapPoints: number;
  readonly orderPeriod: OrderPeriod;
  /** How old a purchase taken without network may be when it arrives, hours. */
  readonly lateHoursMax: number;
  /** The largest sum that may be recorded without network, fen. */
  readonly lateMaxFen: number;
  /** The most points that a shop's poster code may give a scan. */
  readonly storeCodePointsMax: number;
  /** A purchase can be refunded until so many days after its own, that day included. */
  readonly refundDays: number;
  /** Whether every shop refunds what another sold; the selling shop is charged. */
  readonly refundAnywhere: boolean;
  /** Database operations a second that jobs allow themselves. */
  readonly jobOperationsPerSecond: number;
  readonly tiers: readonly Tier[];
  readonly chances: ChancePolicy;
  readonly messages: MessagePolicy;
  /** What places of the race win, in rising order of place. */
  readonly racePrizes: readonly RacePrize[];
  /** Steps by lifetime points, in rising order. */
  readonly lifetimeLadder: readonly LadderStep[];
  readonly referral: ReferralPolicy;
}

/** A tier without benefits beyond its rate. */
const plain = { birthdayGift: null, makeUpCards: 1, priorityService: false, earlyAccess: false } as const;

export const defaultProgramme: Programme = {
  _id: 'main',
  name: { zh: '灯火会员', en: 'Lantern' },
  offsetMinutes: 480,
  consentVersion: '2026-11',
  welcomePoints: 50,
  welcomeCoupon: null,
  ladder: [5, 5, 8, 8, 8, 10, 20],
  ladderCoupon: null,
  milestones: [
    { days: 7, reward: { kind: 'chance', count: 1 } },
    { days: 15, reward: { kind: 'points', points: 30 } },
    { days: 28, reward: { kind: 'voucher', couponId: null, points: 50 } },
  ],
  makeUps: { pricePoints: 50, perMonthMax: 3 },
  familyMax: { family: 6, business: 20 },
  dailyCapPoints: 5000,
  orderPeriod: 'ever',
  lateHoursMax: 24,
  lateMaxFen: 100_000,
  storeCodePointsMax: 20,
  refundDays: 90,
  refundAnywhere: true,
  jobOperationsPerSecond: 150,
  tiers: [
    { ...plain, makeUpCards: 0, id: 'firefly', name: { zh: '萤火', en: 'Firefly' }, scoreNeeded: 0, multiplier: 100, pricePercent: 100 },
    {
      ...plain,
      id: 'candle',
      name: { zh: '烛光', en: 'Candle' },
      scoreNeeded: 1000,
      multiplier: 120,
      pricePercent: 98,
      birthdayGift: { points: 50 },
    },
    {
      id: 'lantern',
      name: { zh: '灯笼', en: 'Lantern' },
      scoreNeeded: 5000,
      multiplier: 150,
      pricePercent: 95,
      birthdayGift: { points: 100 },
      makeUpCards: 1,
      priorityService: true,
      earlyAccess: false,
    },
    {
      id: 'galaxy',
      name: { zh: '星河', en: 'Galaxy' },
      scoreNeeded: 20000,
      multiplier: 200,
      pricePercent: 92,
      birthdayGift: { points: 200 },
      makeUpCards: 1,
      priorityService: true,
      earlyAccess: true,
    },
  ],
  racePrizes: [
    { upTo: 1, points: 1000 },
    { upTo: 3, points: 500 },
    { upTo: 10, points: 200 },
    { upTo: 100, points: 30 },
  ],
  lifetimeLadder: [
    { points: 10_000, benefit: { zh: '专属服务', en: 'Personal service' } },
    { points: 30_000, benefit: { zh: '新品首试', en: 'First try of new goods' } },
  ],
  chances: {
    lifeDays: 30,
    pricePoints: 50,
    purchaseFen: 5000,
    perDayMax: { purchase: 3, points: 3, quiz: 3, riddle: 3, jigsaw: 3, storeCode: 1 },
  },
  messages: defaultMessagePolicy,
  referral: defaultReferralPolicy,
};
