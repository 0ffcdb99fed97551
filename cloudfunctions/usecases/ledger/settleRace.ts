import { racePrize, raceSettleDay, type Race, type RaceWinner } from '@shared/ledger/race';
import { credit } from '@shared/ledger/credit';
import { accept, refuse } from '@shared/kernel/refusal';
import { addDays, addMonths, dayOf, monthOf, type Day, type Month } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { find, get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { isGone } from '../member/isLeaving';
import { accountNow } from './accountOf';
import { topOfRace } from './topOfRace';
import { post } from './post';

/** start, entry, account, leaving, entries, account, message, commit. */
export const operationsPerPrize = 8;

/** The month whose race may be settled on a day: the one before, from the 8th on; null before that. */
export function monthToSettle(today: Day): Month | null {
  const month = addMonths(monthOf(today), -1);
  return raceSettleDay(month) <= today ? month : null;
}

/**
 * Fixes the places of a month that is over, once everything released up to the 7th is posted and carried over; gives the race when its
 * prizes are to be paid. The places are read before the transaction and hold only if nobody moved in between (`version`).
 */
export async function fixPlaces(month: Month, programme: Programme): Promise<Race | null> {
  const race = await get('races', month);
  if (race === null || race.state === 'settled') return null;
  if (race.state === 'paying') return race;
  const [unswept, stale, top] = await Promise.all([
    find('accounts', { nextDueOn: { op: 'lte', value: addDays(raceSettleDay(month), -1) } }, { limit: 1 }),
    find('accounts', { raceStale: true }, { limit: 1 }),
    topOfRace(month),
  ]);
  if (unswept.length > 0 || stale.length > 0) return null;
  const winners = top.flatMap(({ memberId, accountId, points }, index): RaceWinner[] => {
    const prizePoints = racePrize(programme.racePrizes, index + 1);
    return prizePoints === 0 ? [] : [{ memberId, accountId, place: index + 1, points, prizePoints }];
  });
  const outcome = await transact(async (transaction) => {
    const now = await transaction.get('races', month);
    if (now?.state !== 'running' || now.version !== race.version) return refuse('moved');
    const fixed: Race = { ...now, state: 'paying', winners };
    await transaction.put('races', fixed);
    return accept(fixed);
  });
  return outcome.ok ? outcome.value : null;
}

/** Posts one prize, once: its entry is named after the month. False when the account was busy. */
export async function payPrize(month: Month, winner: RaceWinner, programme: Programme, at: number): Promise<boolean> {
  const today = dayOf(at, programme.offsetMinutes);
  const outcome = await transact(async (transaction) => {
    const account = await accountNow(transaction, winner.accountId);
    const { place, prizePoints: points, memberId } = winner;
    // Somebody who has left since, or is leaving, wins nothing.
    if (account === null || (await isGone(transaction, memberId))) return accept(null);
    // Several winners may have come together on one account since.
    const source = account._id === winner.accountId ? month : `${month}:${memberId}`;
    for (const id of new Set([`${winner.accountId}:race:${month}`, `${account._id}:race:${source}`])) {
      if ((await transaction.get('entries', id)) !== null) return accept(null);
    }
    const settled = settleAccount(account, today, programme.tiers);
    const given = credit(settled.posting, { kind: 'race', source, day: today, points, note: { month, place } });
    await post(transaction, account, carry(settled, given, today, programme.tiers), at);
    const facts = { month, place, prize: { zh: `${points} 积分`, en: `${points} points` } };
    await transaction.add('outbox', [draftMessage({ kind: 'raceResult', source: `${month}:${memberId}`, memberId, facts }, at)]);
    return accept(null);
  });
  return outcome.ok;
}

/** Says that every prize of a month is posted. */
export async function endRace(month: Month): Promise<void> {
  await transact(async (transaction) => {
    const race = await transaction.get('races', month);
    if (race?.state === 'paying') await transaction.put('races', { ...race, state: 'settled' });
    return accept(null);
  });
}
