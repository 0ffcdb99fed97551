import { dayOf } from '@shared/kernel/time';
import { jobs } from '@shared/store/jobs';
import { keep } from '../keep';
import type { Act, Seat } from '../seat';
import { shopRows } from '../shopRows';

function someCard({ arena, pick }: Seat): string | undefined {
  return pick([...arena.seen.homes.values()])?.cardNumber;
}

async function propose(seat: Seat): Promise<void> {
  const { say, key, between, arena } = seat;
  const cardNumber = someCard(seat);
  if (cardNumber === undefined) return;
  const points = between(1, 80) * (seat.random() < 0.4 ? -1 : 1);
  const proposal = await say('console', 'audit.proposeAdjustment', { key: key(), cardNumber, points, reason: 'counted again' });
  if (proposal !== null) keep(arena.seen.proposals, proposal._id);
}

async function decide({ say, key, pick, random, arena }: Seat): Promise<void> {
  const proposalId = pick(arena.seen.proposals.slice(-8));
  if (proposalId !== undefined) await say('console', 'audit.decide', { key: key(), proposalId, approve: random() < 0.8, note: 'seen' });
}

async function importFile(seat: Seat): Promise<void> {
  const { say, between, key, pick, arena } = seat;
  const card = someCard(seat);
  if (card === undefined) return;
  const at = `${dayOf(arena.cloud.clock.nowMs() - between(1, 12) * 86_400_000, 480)} 11:${between(10, 59)}`;
  const rows = Array.from({ length: between(1, 4) }, () => ({
    card,
    shop: pick(['west', 'east']) ?? 'west',
    orderNo: key(),
    at,
    lines: [{ item: pick(['tea', 'general', 'oolong']) ?? '', amountFen: between(100, 20_000) }],
  }));
  await say('console', 'purchase.import', { rows, dryRun: false });
}

/** More stock of everything that is short. */
async function restock({ say, arena }: Seat): Promise<void> {
  const rewards = await arena.cloud.data.find('rewards', {}, { limit: 20 });
  const more = (shopRows.rewards ?? []).map((row) => {
    const { id } = row as { readonly id: string };
    const stock = Number(rewards.find((reward) => reward['_id'] === id)?.['stock'] ?? 0);
    return { ...row, stock: stock + 5 };
  });
  await say('console', 'store.apply', { section: 'rewards', rows: more, dryRun: false, firstRow: 0 });
}

async function grant(seat: Seat): Promise<void> {
  const cardNumber = someCard(seat);
  const input = { key: seat.key(), couponId: seat.pick(['many', 'tasting', 'word']) ?? 'many', reason: 'for waiting' };
  if (cardNumber !== undefined) await seat.say('console', 'voucher.grant', { ...input, cardNumber });
}

async function revoke({ say, pick, arena }: Seat): Promise<void> {
  const voucher = pick(arena.seen.vouchers.slice(-10));
  if (voucher !== undefined) await say('console', 'voucher.revoke', { code: voucher.view.code, reason: 'given twice' });
}

const operator = ['operator'] as const;

/** What operators and the clock do. */
export const officeActs: readonly Act[] = [
  { name: 'propose an adjustment', parts: operator, weight: 6, perform: propose },
  { name: 'decide a proposal', parts: operator, weight: 8, perform: decide },
  { name: 'import purchases', parts: operator, weight: 3, perform: importFile },
  { name: 'restock', parts: operator, weight: 0.3, perform: restock },
  { name: 'grant a voucher', parts: operator, weight: 2, perform: grant },
  { name: 'revoke a voucher', parts: operator, weight: 1, perform: revoke },
  { name: 'reconcile', parts: operator, weight: 0.5, perform: ({ say }) => say('console', 'ledger.reconcile', {}) },
  { name: 'tick', parts: ['timer'], weight: 3, perform: ({ runJob }) => runJob('tick') },
  { name: 'one job', parts: ['timer'], weight: 1, perform: ({ runJob, pick }) => runJob(pick(Object.keys(jobs)) ?? 'sweep') },
];
