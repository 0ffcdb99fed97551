import { addChances } from '@shared/game/chances';
import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import type { Purchase } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { find, get, put } from '../../adapters/database';
import { pause } from '../../adapters/pause';
import { transact } from '../../adapters/transact';
import { accountOfPurchase } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { loadProgramme } from '../store/loadProgramme';

/** Purchases looked at per read. */
const batchPurchases = 100;
/** start, purchase, account, entry, account, commit. */
const operationsPerGrant = 6;
/** Each day's pass goes this far back, for purchases that arrived late; one that arrives later still gives no chance. */
const lookBackDays = 2;

interface GrantResult {
  readonly granted: number;
  readonly busy: number;
  /** Whether there was more to do when the time was up. */
  readonly more: boolean;
}

/**
 * Gives a chance for every purchase whose points were released, if enough of it was kept. Goes through purchases by release day and
 * remembers how far it came; the chance's own entry says that a purchase has had it, so running twice is harmless.
 */
export async function grantChances(now: number, clock: () => number, untilMs: number): Promise<GrantResult> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  const pauseMs = (1000 * operationsPerGrant) / programme.jobOperationsPerSecond;
  const began = clock();
  let after = await startingPoint(today);
  let [granted, busy] = [0, 0];
  for (;;) {
    const page = await releasedAfter(after, today);
    for (const purchase of await ungranted(page, programme)) {
      if (clock() >= untilMs) return { granted, busy, more: true };
      if (await grantOne(purchase._id, programme, today, now)) granted += 1;
      else busy += 1;
      await pause(began + (granted + busy) * pauseMs - clock());
    }
    const last = page.at(-1);
    if (last === undefined) return { granted, busy, more: false };
    after = { on: last.releaseOn, id: last._id };
    // A purchase that was too busy is met again by tomorrow's pass.
    await put('jobMarks', { _id: 'grantChances', day: today, after });
  }
}

/** Where today's passes go on; the day's first begins a little back. */
async function startingPoint(today: Day): Promise<{ readonly on: Day; readonly id: string }> {
  const mark = await get('jobMarks', 'grantChances');
  if (mark?.day === today) return mark.after;
  const back = addDays(today, -lookBackDays);
  return { on: mark !== null && mark.after.on < back ? mark.after.on : back, id: '' };
}

async function releasedAfter(after: { readonly on: Day; readonly id: string }, today: Day): Promise<readonly Purchase[]> {
  const byRelease = [
    ['releaseOn', 'asc'],
    ['_id', 'asc'],
  ] as const;
  const sameDay = await find(
    'purchases',
    { releaseOn: after.on, _id: { op: 'gt', value: after.id } },
    { limit: batchPurchases, order: byRelease },
  );
  if (sameDay.length > 0 || after.on >= today) return after.on > today ? [] : sameDay;
  const next = await find('purchases', { releaseOn: { op: 'gt', value: after.on } }, { limit: batchPurchases, order: byRelease });
  return next.filter((purchase) => purchase.releaseOn <= today);
}

/** Those of a page that deserve a chance and have had none. */
async function ungranted(page: readonly Purchase[], { chances }: Programme): Promise<readonly Purchase[]> {
  const worthy = page.filter((purchase) => deserves(purchase, chances.purchaseFen));
  if (worthy.length === 0) return [];
  const had = await find('chanceEntries', { _id: { anyOf: worthy.map(entryId) } }, { limit: batchPurchases });
  const hadIds = new Set(had.map((entry) => entry._id));
  return worthy.filter((purchase) => !hadIds.has(entryId(purchase)));
}

function deserves(purchase: Purchase, purchaseFen: number): boolean {
  return purchase.undo === null && purchase.payableFen - purchase.refunded.payableFen >= purchaseFen;
}

function entryId(purchase: Purchase): string {
  return `${purchase.accountId}:purchase:${purchase._id}`;
}

async function grantOne(purchaseId: string, { chances, tiers }: Programme, today: Day, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const purchase = await transaction.get('purchases', purchaseId);
    if (purchase === null || !deserves(purchase, chances.purchaseFen)) return accept(null);
    const account = await accountOfPurchase(transaction, purchase);
    if (account === null) return accept(null);
    // The account may have become another's since: by either name it is given once.
    for (const id of new Set([entryId(purchase), entryId({ ...purchase, accountId: account._id })])) {
      if ((await transaction.get('chanceEntries', id)) !== null) return accept(null);
    }
    const grant = { memberId: purchase.memberId, source: 'purchase', sourceId: purchase._id, count: 1 } as const;
    const given = addChances(account, grant, chances, { today, at });
    await transaction.add('chanceEntries', given.entries);
    await post(transaction, given.account, settleAccount(account, today, tiers), at);
    return accept(null);
  });
  return outcome.ok;
}
