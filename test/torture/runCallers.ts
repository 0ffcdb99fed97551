import { setTimeout as sleep } from 'node:timers/promises';
import { everyAct } from './acts/everyAct';
import { join } from './acts/join';
import { keepTime } from './keepTime';
import { count } from './openJournal';
import type { Act, Arena, Part, Seat } from './seat';
import { people } from './shopRows';
import { takeSeat } from './takeSeat';

/** 32 callers: shoppers, both shops' staff and machines, operators and the clock's own jobs. */
const shoppers = 16;
const timers = 2;
const idleMs = 20;
const hourMs = 3_600_000;
const settlingHours = 3;

/** Everybody acts at once until the end, on a cloud that fails them. */
export async function runCallers(arena: Arena): Promise<void> {
  const openids = Array.from({ length: shoppers }, (_, index) => `shopper-${index + 1}`);
  const parts: readonly (readonly [Part, string])[] = [
    ...openids.map((openid) => ['shopper', openid] as const),
    ...people.clerks.map(({ openid }) => ['clerk', openid] as const),
    ...people.leads.map(({ openid }) => ['lead', openid] as const),
    ...people.operators.map((openid) => ['operator', openid] as const),
    ...people.machines.map(({ openid }) => ['machine', openid] as const),
    ...Array.from({ length: timers }, (_, index) => ['timer', `timer-${index + 1}`] as const),
  ];
  const seats = parts.map(([part, openid], index) => takeSeat(arena, index + 1, part, openid));
  await Promise.all(seats.filter(({ part }) => part === 'shopper').map((seat) => join(seat)));
  await Promise.all([...seats.map(actOn), keepTime(arena)]);
  await settlePayments(arena);
}

/** What was paid and never heard of is found by the job, which asks for an order at most an hour after it last did. */
async function settlePayments({ cloud }: Arena): Promise<void> {
  for (let hour = 1; hour <= settlingHours; hour += 1) {
    cloud.clock.advanceMs(hourMs);
    await cloud.runTimer('jobs', 'settlePlanOrders');
  }
}

async function actOn(seat: Seat): Promise<void> {
  const acts = everyAct.filter((act) => act.parts.includes(seat.part));
  while (Date.now() < seat.arena.endsAtMs) {
    const act = choose(acts, seat);
    const before = seat.asked();
    await act.perform(seat);
    if (seat.asked() > before) count(seat.arena.journal.acts, act.name);
    // There was nothing to do it with: not yet a visit, a voucher, a proposal.
    else await sleep(idleMs);
  }
}

function choose(acts: readonly Act[], seat: Seat): Act {
  const total = acts.reduce((sum, act) => sum + act.weight, 0);
  let left = seat.random() * total;
  for (const act of acts) {
    left -= act.weight;
    if (left < 0) return act;
  }
  throw new Error(`Nothing to do for a ${seat.part}`);
}
