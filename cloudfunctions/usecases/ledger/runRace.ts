import { dayOf } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { keepRacer, operationsPerRacer } from './keepRace';
import { endRace, fixPlaces, monthToSettle, operationsPerPrize, payPrize } from './settleRace';

interface RaceRun {
  readonly kept: number;
  readonly paid: number;
  readonly more: boolean;
}

/** Keeps the race's racers from the accounts whose points changed, and settles the month before once it is time. */
export async function runRace(now: number, clock: () => number, untilMs: number, batch: number): Promise<RaceRun> {
  const programme = await loadProgramme(now);
  const pace = { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs };
  const restAfterRacer = pacer(pace, operationsPerRacer);
  let kept = 0;
  for (;;) {
    const stale = await find('accounts', { raceStale: true }, { limit: batch });
    for (const account of stale) {
      if (clock() >= untilMs || !(await keepRacer(account._id, programme, now))) return { kept, paid: 0, more: true };
      kept += 1;
      await restAfterRacer();
    }
    if (stale.length < batch) break;
  }
  const month = monthToSettle(dayOf(now, programme.offsetMinutes));
  const race = month === null ? null : await fixPlaces(month, programme);
  if (race === null) return { kept, paid: 0, more: false };
  const restAfterPrize = pacer(pace, operationsPerPrize);
  for (const [paid, winner] of race.winners.entries()) {
    if (clock() >= untilMs || !(await payPrize(race._id, winner, programme, now))) return { kept, paid, more: true };
    await restAfterPrize();
  }
  await endRace(race._id);
  return { kept, paid: race.winners.length, more: false };
}
