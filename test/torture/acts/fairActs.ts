import type { Act, Seat } from '../seat';
import { offerRows, poolRows } from '../shopRows';

/** More stock of a pool's lamps, or a later end: the only changes there are. */
async function revise({ say, between, pick, random }: Seat): Promise<void> {
  const poolId = pick(poolRows)?.id ?? 'wheel';
  const ends = random() < 0.3 ? { ends: `20${between(37, 60)}-12-31 22:00` } : {};
  await say('console', 'game.revise', { poolId, stock: [{ prizeId: 'lamp', stock: between(8, 40) }], ...ends });
}

/** Never the last one: there must be something to draw from. */
async function stop({ say, pick }: Seat): Promise<void> {
  const poolId = pick(poolRows.slice(1))?.id;
  if (poolId !== undefined) await say('console', 'game.stop', { poolId, reason: 'for a while' });
}

async function switchOffers({ say, random }: Seat): Promise<void> {
  const rows = offerRows.map((row) => ({ ...row, active: random() < 0.6 }));
  await say('console', 'store.apply', { section: 'offers', rows, dryRun: false, firstRow: 0 });
}

const operator = ['operator'] as const;

/** What operators do about draws and offers while they run. */
export const fairActs: readonly Act[] = [
  { name: 'better a pool', parts: operator, weight: 1, perform: revise },
  { name: 'stop a pool', parts: operator, weight: 0.15, perform: stop },
  { name: 'switch offers', parts: operator, weight: 1, perform: switchOffers },
];
