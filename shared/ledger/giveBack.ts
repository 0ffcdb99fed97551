import { addDays, type Day } from '../kernel/time';
import { addPart, graceLotId, isGrace } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';
import type { Grace, LotPart } from './types';

/** How long points that come back to a lapsed lot live, counted from the day they come back. */
const graceDays = 7;
/** A grace lot's end never moves further than this from the day on which it opened, or weekly cancellations would keep points alive. */
const graceLotDaysMax = 28;

/** Points that were spent and come back. */
export interface GivenBack {
  readonly source: string;
  readonly today: Day;
  readonly points: number;
  /** What the spending took: its entry's lots, in the order of use. */
  readonly spent: readonly LotPart[];
  /** How many of them came back before. */
  readonly before: number;
  /** A redemption cancelled by its owner, or points paid as cash that a refund, an undo or a void brings back. */
  readonly because: 'cancelled' | 'refunded';
  readonly note: Draft['note'];
}

/**
 * Returns spent points by an entry `return`, which is written even when all of them are gone; expects a settled posting. The part that
 * lapses last comes back first, into the lot it came from; a part whose lot has lapsed joins the open grace lot (or opens the next), whose
 * end moves to today + 7, at most 28 days after it opened. Of a cancelled redemption, points out of a grace lot get no second grace: they
 * come back while that lot is open, without moving its end, and are gone afterwards. What a refund brings back always lives at least 7
 * days, whatever lot it came from and however old the grace lot is: a refund needs a shop, so nobody can keep points alive by it alone.
 * Debt is paid first, by the parts that would lapse first, so that its owner keeps the longer-lived ones.
 */
export function giveBack(posting: Posting, given: GivenBack): Posting {
  const { balance } = posting;
  const homes = returning(given).map((part) => ({ part, home: homeOf(part, given, balance.grace) }));
  const living = homes.filter(({ home }) => home !== 'gone');
  const points = living.reduce((sum, { part }) => sum + part.points, 0);
  if (given.points === 0) return posting;
  const paid = Math.min(balance.debt, points);
  const kept = takeFirst(living, points - paid);
  const joining = kept.some(({ home }) => home === 'grace');
  const grace = joining ? nextGrace(balance.grace, given) : balance.grace;
  let lots = joining && grace !== null ? moveEnd(balance.lots, grace) : balance.lots;
  const touched = merge(kept.map(({ part, home }) => (home === 'own' || grace === null ? part : inGrace(grace, part.points))));
  for (const part of touched) lots = addPart(lots, part);
  return applyMove(posting, {
    balance: { lots, buckets: balance.buckets, grace },
    draft: {
      ...draftOf('return', given.source, given.today, given.note),
      availableDelta: points - paid,
      debtDelta: paid === 0 ? 0 : -paid,
      lots: touched,
    },
  });
}

/** Own lot; the grace lot as it stands; the grace lot with a later end; nowhere. */
type Home = 'own' | 'openGrace' | 'grace' | 'gone';

interface Homed {
  readonly part: LotPart;
  readonly home: Home;
}

/** The parts that come back now, the one that lapses last first, after those that came back before. Points are positive. */
function returning({ spent, before, points }: GivenBack): readonly LotPart[] {
  let [skip, left] = [before, points];
  const parts: LotPart[] = [];
  for (const part of [...spent].reverse()) {
    const skipped = Math.min(skip, -part.points);
    const taken = Math.min(left, -part.points - skipped);
    skip -= skipped;
    left -= taken;
    if (taken > 0) parts.push({ ...part, points: taken });
  }
  if (left > 0) throw new Error(`${points} points come back of a spending that took fewer`);
  return parts;
}

function homeOf(part: LotPart, { today, because }: GivenBack, grace: Grace | null): Home {
  if (!isGrace(part.lot)) {
    const livesUntil = because === 'refunded' ? addDays(today, graceDays) : today;
    return part.endsOn >= livesUntil ? 'own' : 'grace';
  }
  if (because === 'refunded') return 'grace';
  return grace !== null && part.lot === graceLotId(grace) && grace.endsOn >= today ? 'openGrace' : 'gone';
}

/** The first `points` of the list; what is beyond pays debt. */
function takeFirst(parts: readonly Homed[], points: number): readonly Homed[] {
  let left = points;
  return parts.flatMap(({ part, home }) => {
    const taken = Math.min(left, part.points);
    left -= taken;
    return taken === 0 ? [] : [{ part: { ...part, points: taken }, home }];
  });
}

function nextGrace(grace: Grace | null, { today, because }: GivenBack): Grace {
  const wanted = addDays(today, graceDays);
  if (grace === null || grace.endsOn < today) return { n: (grace?.n ?? 0) + 1, openedOn: today, endsOn: wanted };
  const latest = addDays(grace.openedOn, graceLotDaysMax);
  const moved = because === 'refunded' || wanted < latest ? wanted : latest;
  return { ...grace, endsOn: moved > grace.endsOn ? moved : grace.endsOn };
}

function moveEnd(lots: Posting['balance']['lots'], grace: Grace): Posting['balance']['lots'] {
  const open = lots.find((lot) => lot.id === graceLotId(grace));
  return open === undefined ? lots : addPart(lots, inGrace(grace, 0));
}

function inGrace(grace: Grace, points: number): LotPart {
  return { lot: graceLotId(grace), endsOn: grace.endsOn, points };
}

/** One part per lot. */
function merge(parts: readonly LotPart[]): readonly LotPart[] {
  const sums = new Map<string, LotPart>();
  for (const part of parts) sums.set(part.lot, { ...part, points: part.points + (sums.get(part.lot)?.points ?? 0) });
  return [...sums.values()];
}
