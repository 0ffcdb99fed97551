import { fairDays } from './fair';
import { nicknames } from './nicknames';

/** A made-up member: how often they come and what they like. */
export interface Shopper {
  readonly openid: string;
  readonly nickname: string;
  readonly marketing: boolean;
  /** Given by some when they joined. */
  readonly birthday?: string;
  /** Chance of a purchase on a day. */
  readonly buys: number;
  /** Chance of a check-in on a day. */
  readonly checksIn: number;
  /** Usual basket in yuan. */
  readonly basketYuan: number;
  readonly staffOpenid: string;
  readonly category: string;
  /** The group whose entry code brought them, if one did. */
  readonly group?: string;
}

export type DemoAct =
  | { readonly kind: 'checkin'; readonly key: string }
  /** Yesterday, where it was missed. */
  | { readonly kind: 'makeUp'; readonly key: string }
  | { readonly kind: 'donate'; readonly key: string; readonly causeId: string; readonly points: number }
  | { readonly kind: 'draw'; readonly key: string; readonly poolId: string }
  | { readonly kind: 'plan'; readonly key: string; readonly planId: string; readonly by: 'money' | 'points' }
  | { readonly kind: 'redeem'; readonly key: string; readonly rewardId: string }
  | { readonly kind: 'claim'; readonly key: string; readonly couponId: string }
  | {
      readonly kind: 'purchase';
      readonly key: string;
      readonly orderNo: string;
      readonly staffOpenid: string;
      readonly lines: readonly { readonly categoryId: string; readonly amountFen: number }[];
    };

interface DayPlan {
  readonly joining: readonly Shopper[];
  readonly acting: readonly { readonly shopper: Shopper; readonly acts: readonly DemoAct[] }[];
}

const tills = ['demo-staff-qing', 'demo-staff-lin', 'demo-staff-bo'] as const;
const categories = ['tea', 'bakery', 'home', 'gift', 'general'] as const;
const rewards = ['bookmark', 'tea-sample', 'tea-sample', 'tote', 'mug', 'lamp'] as const;
const claimable = ['tea-day', 'autumn-30', 'cake', 'tasting'] as const;
const claimsEveryDays = 13;
/** By day of the past: what the demo's own shopper claims. */
const ownClaims: ReadonlyMap<number, string> = new Map([
  [26, 'cake'],
  [34, 'tea-day'],
  [38, 'autumn-30'],
  [41, 'tasting'],
]);
const redeemsADay = 0.012;
/** One in so many has taken a paid card, on a day that follows from their number. */
const planEvery = 9;
const planDaysSpread = 40;
const drawsEveryDays = 4;
/** By their number, without chance; the demo's own shopper has none and leaves the days to be made up. */
const makesUpEveryDays = 11;
const firstFairDay = Math.min(...Object.keys(fairDays).map(Number));
/** Without chance, so that the other acts stay as they are. */
const givesEveryDays = 31;
/** The demo's own shopper does not spend, so that there is something to try. */
export const ownShopper: Shopper = {
  openid: 'demo-xiaoman',
  nickname: '小满',
  marketing: false,
  birthday: '1996-12-08',
  buys: 0.3,
  checksIn: 0.8,
  basketYuan: 96,
  staffOpenid: 'demo-staff-qing',
  category: 'home',
};

/** Who joins and who does what on a day. */
export function dayPlan(
  day: number,
  past: { readonly days: number; readonly members: number; readonly random: () => number },
  members: readonly Shopper[],
): DayPlan {
  const { random } = past;
  const due = Math.ceil(((day + 1) * past.members) / past.days);
  const joining = Array.from({ length: due - members.length }, (_, index) => newShopper(members.length + index, random));
  const acting = [...members, ...joining].map((shopper) => ({ shopper, acts: actsOf(shopper, day, random) }));
  return { joining, acting: acting.filter(({ acts }) => acts.length > 0) };
}

function newShopper(index: number, random: () => number): Shopper {
  if (index === 0) return ownShopper;
  const loyal = random();
  return {
    openid: `demo-shopper-${String(index).padStart(3, '0')}`,
    nickname: pick(nicknames, random),
    marketing: random() < 0.3,
    ...birthdayOf(index),
    ...groupOf(index),
    buys: 0.02 + 0.2 * loyal ** 3,
    checksIn: 0.05 + 0.6 * loyal ** 2,
    basketYuan: 18 + 180 * random() ** 2,
    staffOpenid: pick(tills, random),
    category: pick(categories, random),
  };
}

/** Two in three say when their birthday is; spread over the year by their number, so that the days' chances stay as they are. */
function birthdayOf(index: number): { readonly birthday?: string } {
  const two = (value: number): string => String(value).padStart(2, '0');
  return index % 3 === 0 ? {} : { birthday: `${1965 + (index % 37)}-${two(1 + ((index * 5) % 12))}-${two(1 + ((index * 11) % 28))}` };
}

/** Some came by a group's entry code, by their number. */
function groupOf(index: number): { readonly group?: string } {
  if (index % 6 === 2) return { group: 'westlake-tea' };
  return index % 9 === 4 ? { group: 'eastgate-bread' } : {};
}

function actsOf(shopper: Shopper, day: number, random: () => number): readonly DemoAct[] {
  const key = (what: string): string => `demo-${what}-${shopper.openid}-${day}`;
  const acts: DemoAct[] = [];
  if ((day + Number(shopper.openid.slice(-3))) % makesUpEveryDays === 0) acts.push({ kind: 'makeUp', key: key('makeUp') });
  if (random() < shopper.checksIn) acts.push({ kind: 'checkin', key: key('checkin') });
  if (random() < shopper.buys) {
    const amountFen = Math.max(300, Math.round(shopper.basketYuan * (0.5 + random()) * 10) * 10);
    const lines = [{ categoryId: shopper.category, amountFen }];
    const orderNo = `D${String(day + 1).padStart(2, '0')}-${shopper.openid.slice(-3)}`;
    acts.push({ kind: 'purchase', key: key('purchase'), orderNo, staffOpenid: shopper.staffOpenid, lines });
  }
  if (shopper !== ownShopper && (day + shopper.openid.charCodeAt(shopper.openid.length - 1)) % givesEveryDays === 0) {
    acts.push({ kind: 'donate', key: key('donate'), causeId: day % 2 === 0 ? 'lamps' : 'strays', points: day % 2 === 0 ? 100 : 50 });
  }
  const plan = planOf(shopper, day);
  if (plan !== null) acts.push({ kind: 'plan', key: key('plan'), ...plan });
  const poolId = openPool(day, shopper);
  if (poolId !== null) acts.push({ kind: 'draw', key: key('draw'), poolId });
  const couponId = claimOf(shopper, day);
  if (couponId !== null) acts.push({ kind: 'claim', key: key('claim'), couponId });
  if (shopper !== ownShopper && random() < redeemsADay) acts.push({ kind: 'redeem', key: key('redeem'), rewardId: pick(rewards, random) });
  return acts;
}

/** By their number too, so that the days' chances stay as they are; the demo's own shopper has none, so that there is something to try. */
function planOf({ openid }: Shopper, day: number): { readonly planId: string; readonly by: 'money' | 'points' } | null {
  const number = Number(openid.slice(-3));
  if (Number.isNaN(number) || number % planEvery !== 0 || day !== (number * 7) % planDaysSpread) return null;
  return { planId: number % 2 === 0 ? 'month' : 'year', by: 'money' };
}

/** Each draws every few days from what was opened last; the demo's own shopper from the first one only, and keeps the chances since. */
function openPool(day: number, { openid }: Shopper): string | null {
  const opened = Object.keys(fairDays)
    .map(Number)
    .filter((from) => from <= day);
  const latest = Math.max(-1, ...opened);
  const turn = (day + openid.charCodeAt(openid.length - 1) + openid.charCodeAt(openid.length - 2)) % drawsEveryDays === 0;
  const own = openid === ownShopper.openid;
  const runs = own ? latest === firstFairDay && day < firstFairDay + 7 : turn;
  return runs ? (fairDays[latest] ?? null) : null;
}

/** The demo's own shopper claims a few vouchers that still live today; the others one now and then, by their number. */
function claimOf(shopper: Shopper, day: number): string | null {
  if (shopper === ownShopper) return ownClaims.get(day) ?? null;
  const turn = day + 3 * Number(shopper.openid.slice(-3));
  return turn % claimsEveryDays === 0 ? (claimable[(turn / claimsEveryDays) % claimable.length] ?? null) : null;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}
