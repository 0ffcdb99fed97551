import { setTimeout as sleep } from 'node:timers/promises';
import { dayMs } from '@shared/kernel/time';
import { seededRandom } from '../../config/demo/seededRandom';
import { count } from './openJournal';
import type { Arena } from './seat';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const lookMs = 20;
/** The shop's time follows what happens in it, not how fast this machine is: so much passes with every answer. */
const perAnswerMs = 600;
/** After so many answers the clock jumps, behind the gate, by one of these. */
const answersPerJump = 250;
const jumpsMs = [minuteMs, minuteMs, hourMs, 6 * hourMs, dayMs, dayMs, dayMs, 3 * dayMs, 8 * dayMs, 35 * dayMs];
/** What goes wrong, each by its own chance, drawn anew with another seed after every jump. */
const faultRates = [
  'delay=0.01:15',
  'dropBefore=0.002',
  'dropAfter=0.002',
  'repeat=0.003',
  'conflict=0.01',
  'killWorker=0.0004',
  'callDelay=0.02:10',
  'callDropBefore=0.01',
  'callDropAfter=0.02',
  'callRepeat=0.02',
].join(',');

/** Passes the shop's time and orders faults, until the end. */
export async function keepTime(arena: Arena): Promise<void> {
  const random = seededRandom(arena.seed * 7919);
  const { cloud, gate, journal } = arena;
  let round = 0;
  let seen = 0;
  orderFaults(arena, round);
  while (Date.now() < arena.endsAtMs) {
    await sleep(lookMs);
    const answered = [...journal.answers.values()].reduce((sum, many) => sum + many, 0);
    cloud.clock.advanceMs((answered - seen) * perAnswerMs);
    seen = answered;
    if (answered < (round + 1) * answersPerJump) continue;
    round += 1;
    await gate.hold(() => {
      cloud.clock.advanceMs(jumpsMs[Math.floor(random() * jumpsMs.length)] ?? dayMs);
      count(journal.acts, 'clock jump');
      orderFaults(arena, round);
    });
  }
  orderFaults(arena, null);
}

/** Counts what struck and orders the next round of faults; null: none any more. */
function orderFaults({ cloud, journal, seed }: Arena, round: number | null): void {
  for (const { name } of cloud.faults.happened()) count(journal.faults, name);
  cloud.faults.order(round === null ? '' : `seed=${seed * 1000 + round},${faultRates}`);
}
