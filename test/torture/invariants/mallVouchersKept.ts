import type { Entry } from '@shared/ledger/types';
import type { Snapshot } from '../takeSnapshot';
import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

/**
 * A voucher that points paid for is somebody's, or it was given back: its points are, all of them, once, into the lots they left, and its
 * unit and claim count no more.
 */
export const mallVouchersKept: Invariant = {
  name: 'vouchers bought with points: kept, or given back for just their points, once',
  check(documents) {
    const { entries } = documents;
    const paid = entries.filter(({ kind, note }) => kind === 'redemption' && typeof note['voucherId'] === 'string');
    const back = grouped(
      entries.filter(({ kind, source }) => kind === 'return' && source.startsWith('voucher:')),
      ({ source }) => source,
    );
    const wrong = paid.flatMap((entry) =>
      [...ownWrong(entry, back.get(entry.source), documents), ...lotsWrong(entry, back.get(entry.source))].map(
        (what) => `${entry.source} of ${entry.accountId}: ${what}`,
      ),
    );
    const known = new Set(paid.map(({ source }) => source));
    wrong.push(...[...back.keys()].filter((source) => !known.has(source)).map((source) => `points for nothing: ${source}`));
    wrong.push(...unitsWrong(documents));
    wrong.push(...repeated('a voucher given back', [...back.values()].flat(), ({ source }) => source));
    return { looked: paid.length + back.size, wrong };
  },
  spoil: ({ entries }) =>
    spoilFirst(
      entries,
      ({ kind, source, availableDelta }) => kind === 'return' && source.startsWith('voucher:') && availableDelta > 0,
      ({ availableDelta, lots }) => ({
        availableDelta: availableDelta + 1,
        lots: lots.map((part) => ({ ...part, points: part.points + 1 })),
      }),
    ),
};

/** The voucher itself. */
function ownWrong({ source }: Entry, back: readonly Entry[] | undefined, { vouchers, claims }: Snapshot): readonly string[] {
  const own = vouchers.filter((voucher) => voucher.source === `points:${source.slice('voucher:'.length)}`);
  const [voucher] = own;
  if (voucher === undefined || own.length > 1) return [`${own.length} vouchers came of it`];
  const cancelled = voucher._id.includes('~') && voucher.revoked?.reason === 'cancel';
  const claimed = claims.filter(({ key, cancelledAt }) => `voucher:${key}` === source && cancelledAt === undefined).length;
  if (back === undefined && claimed !== 1) return [`${claimed} claims came of it`];
  if (back !== undefined && claimed > 0) return ['was given back, and counts as a claim'];
  return cancelled === (back !== undefined) ? [] : [`is ${voucher.state}, and its points are ${back === undefined ? 'not ' : ''}back`];
}

/** Every numbered unit is there once, free or somebody's. */
function unitsWrong({ vouchers, coupons }: Snapshot): readonly string[] {
  return coupons.flatMap(({ _id, totalMax }) => {
    const numbers = vouchers.flatMap(({ couponId, n }) => (couponId === _id && n !== undefined ? [n] : [])).sort((a, b) => a - b);
    const whole = numbers.length === (totalMax ?? 0) && numbers.every((number, index) => number === index + 1);
    return whole ? [] : [`coupon ${_id}: ${numbers.length} units of ${totalMax ?? 0}`];
  });
}

/** Its points: what came back left these lots, or joined the grace lot; what came out of one may be gone. */
function lotsWrong({ lots, availableDelta }: Entry, back: readonly Entry[] | undefined): readonly string[] {
  const [entry] = back ?? [];
  if (entry === undefined) return [];
  const isGrace = (lot: string): boolean => lot.startsWith('grace');
  const returned = entry.availableDelta - entry.debtDelta;
  const fromGrace = -total(
    lots.filter(({ lot }) => isGrace(lot)),
    ({ points }) => points,
  );
  const taken = new Map(lots.map(({ lot, points }) => [lot, -points]));
  const paid = -availableDelta;
  return [
    ...(returned <= paid && returned >= paid - fromGrace ? [] : [`${returned} points came back of ${paid}`]),
    ...entry.lots
      .filter(({ lot, points }) => !isGrace(lot) && points > (taken.get(lot) ?? 0))
      .map(({ lot, points }) => `${points} points came back to ${lot}, which had given ${taken.get(lot) ?? 0}`),
  ];
}
