import type { Account } from './types';

/** An account before its first entry. */
export function openAccount(memberId: string, at: number): Account {
  return {
    _id: memberId,
    memberId,
    tier: 'firefly',
    checkin: { lastDay: null, streak: 0 },
    earnedDays: [],
    openedAt: at,
    seq: 0,
    available: 0,
    pending: 0,
    debt: 0,
    lots: [],
    buckets: [],
    nextDueOn: null,
  };
}
