import { returnPeriodDays } from '../purchase/earn';
import { addDays, monthOf, type Day, type Month } from '../kernel/time';
import { countRace } from '../ledger/race';
import { open, type Posting } from '../ledger/posting';
import { settle } from '../ledger/settle';
import type { Account } from '../ledger/types';
import { fall } from './fall';
import { review, rise, type Moved, type TierMove } from './move';
import { addScore } from './score';
import { interactionScores, type Interaction, type Standing, type Tier } from './types';

/** An account on its way through a command: its posting, its standing, and the moves of tier. Use cases take one and give the next. */
export interface Settled {
  readonly posting: Posting;
  readonly standing: Standing;
  readonly moves: readonly TierMove[];
}

/**
 * Brings an account up to a day: the ledger is settled, released points count for the score of their purchase's month, tiers rise,
 * and reviews are held, day by day in the order in which these things fell due. Pure; run before every read and every write.
 */
export function settleAccount(account: Account, today: Day, tiers: readonly Tier[]): Settled {
  let settled: Settled = { posting: open(account), standing: standingOf(account), moves: [] };
  for (let due = dueDay(settled); due !== null && due <= today; due = dueDay(settled)) {
    settled = carry(settled, settle(settled.posting, due), due, tiers);
    if (settled.standing.reviewOn === due) settled = withMove(settled, review(settled.standing, due, tiers));
  }
  return settled;
}

/**
 * Goes on with the posting that a rule of the ledger gave: what it released counts and the tier may rise; what it took back of released
 * points no longer counts, and a tier that rests on it falls at once.
 */
export function carry(settled: Settled, posting: Posting, today: Day, tiers: readonly Tier[]): Settled {
  let carried: Settled = { ...settled, posting };
  for (const draft of posting.drafts.slice(settled.posting.drafts.length)) {
    if (draft.kind === 'release' && draft.releaseOn !== undefined) {
      const month = monthOf(addDays(draft.releaseOn, -returnPeriodDays));
      carried = { ...carried, standing: count(carried.standing, month, -draft.pendingDelta, today) };
    }
    if (draft.counted !== undefined) {
      const points = draft.debtDelta - draft.availableDelta;
      const standing = count(carried.standing, draft.counted.month, -points, today);
      carried = withMove(carried, fall(standing, { since: draft.counted.since, points }, today, tiers));
    }
  }
  return withMove(carried, rise(carried.standing, today, tiers));
}

/** Lets points of a purchase count, or no longer count when negative. */
function count(standing: Standing, month: Month, points: number, today: Day): Standing {
  const lifetimePoints = standing.lifetimePoints + points;
  if (lifetimePoints < 0) throw new Error(`The lifetime points would fall to ${lifetimePoints}`);
  const race = countRace(standing.race, month, points, today);
  return { ...addScore(standing, month, points, today), lifetimePoints, race, raceStale: true };
}

/**
 * Counts an interaction of today by the closed table, each kind once a day and account; what has counted today is left as it is.
 * Whoever acts has opened the program, so the first act of a day counts `open` as well: looking alone writes nothing, since a write
 * would more than double what showing the card costs.
 */
export function interact(settled: Settled, kind: Interaction, today: Day, tiers: readonly Tier[]): Settled {
  const { interactions } = settled.standing;
  const counted = interactions?.day === today ? interactions.kinds : [];
  const fresh = [...new Set<Interaction>(['open', kind])].filter((each) => !counted.includes(each));
  if (fresh.length === 0) return settled;
  const points = fresh.reduce((sum, each) => sum + interactionScores[each], 0);
  const scored = addScore(settled.standing, monthOf(today), points, today);
  return withMove(settled, rise({ ...scored, interactions: { day: today, kinds: [...counted, ...fresh] } }, today, tiers));
}

/** The next day on which something is due: a release, a lapse or a review. */
export function dueDay({ posting, standing }: Pick<Settled, 'posting' | 'standing'>): Day | null {
  const [ledger, tier] = [posting.balance.nextDueOn, standing.reviewOn];
  if (ledger === null || tier === null) return ledger ?? tier;
  return ledger < tier ? ledger : tier;
}

function withMove(settled: Settled, { standing, moves }: Moved): Settled {
  return { ...settled, standing, moves: [...settled.moves, ...moves] };
}

function standingOf(account: Account): Standing {
  const { tier, tierSince, reviewOn, score, lifetimePoints, race, raceStale, steps, tierChanges, interactions } = account;
  return { tier, tierSince, reviewOn, score, lifetimePoints, race, raceStale, steps, tierChanges, interactions };
}
