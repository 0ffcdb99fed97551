import { freshCheckin } from '../checkin/marks';
import type { Day } from '../kernel/time';
import { noPaidCard } from '../tier/paidCard';
import type { Account } from './types';

/** An account before its first entry. */
export function openAccount(memberId: string, at: number, today: Day): Account {
  return {
    _id: memberId,
    memberId,
    tier: 'firefly',
    tierSince: today,
    reviewOn: null,
    score: [],
    lifetimePoints: 0,
    race: [],
    raceStale: false,
    steps: [],
    tierChanges: 0,
    interactions: null,
    checkin: freshCheckin,
    earnedDays: [],
    ladder: [],
    ladderSteps: 0,
    openedAt: at,
    seq: 0,
    available: 0,
    pending: 0,
    debt: 0,
    lots: [],
    grace: null,
    buckets: [],
    nextDueOn: null,
    chances: [],
    chanceSeq: 0,
    chanceDay: null,
    drawers: [],
    paidCard: noPaidCard,
    family: null,
    movedTo: null,
    freshAt: 0,
  };
}
