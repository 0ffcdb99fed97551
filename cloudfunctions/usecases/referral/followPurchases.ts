import { accept } from '@shared/kernel/refusal';
import { dayMs } from '@shared/kernel/time';
import type { Purchase } from '@shared/purchase/types';
import { firstPurchase, purchaseCounts, purchaseUntil, withPurchase } from '@shared/referral/purchase';
import { lapsed } from '@shared/referral/reward';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Referral } from '@shared/referral/types';
import type { Programme } from '@shared/store/programme';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import type { ReferralRun } from './referralRun';

/** Purchases of a page of friends, of whom none has had one that counts. */
const purchasesMax = 1000;
/** A purchase may arrive late: without network, or from a file. */
const lateMs = 2 * dayMs;

/** Looks through friends who joined and have not bought, two reads a page; gives how many went a step further. */
export async function followPurchases(run: ReferralRun): Promise<{ readonly followed: number; readonly more: boolean }> {
  let followed = 0;
  for (let after = ''; ;) {
    const page = await find(
      'referrals',
      { state: 'joined', _id: { op: 'gt', value: after } },
      { limit: run.batch, order: [['_id', 'asc']] },
    );
    const own = await purchasesOf(page);
    for (const referral of page) {
      if (run.clock() >= run.untilMs) return { followed, more: true };
      const first = firstPurchase(referral.joinedAt ?? 0, own.get(referral.inviteeId ?? '') ?? []);
      const late = first === null && purchaseUntil(referral.joinedAt ?? 0) + lateMs <= run.now;
      if (first === null && !late) continue;
      if (await goOn(referral._id, first, run.programme, run.now)) followed += 1;
      await run.rest();
    }
    const last = page.at(-1);
    if (last === undefined || page.length < run.batch) return { followed, more: false };
    after = last._id;
  }
}

async function purchasesOf(page: readonly Referral[]): Promise<ReadonlyMap<string, readonly Purchase[]>> {
  const memberIds = page.flatMap(({ inviteeId }) => (inviteeId === null ? [] : [inviteeId]));
  if (memberIds.length === 0) return new Map();
  const purchases = await find('purchases', { memberId: { anyOf: memberIds } }, { limit: purchasesMax, order: [['at', 'desc']] });
  const own = new Map<string, Purchase[]>();
  for (const purchase of purchases) own.set(purchase.memberId, [...(own.get(purchase.memberId) ?? []), purchase]);
  return own;
}

async function goOn(referralId: string, first: Purchase | null, { referral: policy }: Programme, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const referral = await transaction.get('referrals', referralId);
    if (referral?.state !== 'joined') return accept(false);
    if (first === null) {
      await transaction.put('referrals', lapsed(referral, 'noPurchase', at));
      return accept(true);
    }
    if ((await transaction.get('inviters', referral.inviterId)) === null) {
      await transaction.put('referrals', lapsed(referral, 'inviterLeft', at));
      return accept(true);
    }
    const purchase = await transaction.get('purchases', first._id);
    if (purchase === null || !purchaseCounts(purchase)) return accept(false);
    await transaction.put('referrals', withPurchase(referral, purchase, at));
    const told = stepMessage(
      referral,
      { step: 'purchased', points: policy.inviterPoints, day: purchase.releaseOn, purchaseId: purchase._id },
      at,
    );
    await queueMessage(transaction, told);
    return accept(true);
  });
  return outcome.ok && outcome.value;
}
