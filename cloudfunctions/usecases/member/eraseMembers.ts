import { accept } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { close } from '@shared/ledger/close';
import { leftHashOf, leftMemoryMs, type Leaving } from '@shared/member/leave';
import type { Programme } from '@shared/store/programme';
import { noPaidCard } from '@shared/tier/paidCard';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { find, get } from '../../adapters/database';
import { deleteFile } from '../../adapters/files';
import { masterKey } from '../../adapters/masterKey';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { eraseReferrals } from '../referral/eraseReferrals';
import { eraseAvatars } from './avatar/eraseAvatars';
import { partFamily } from './family/partFamily';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { refundPlanOrder } from '../tier/refundPlanOrder';
import { takeVoucherAway } from '../voucher/booking/endBooking';

const operationsPerMember = 20;
const pageRows = 50;

/**
 * Erases who asked to leave seven days ago: vouchers are revoked, messages and guesses removed one by one, then, in one transaction, points
 * are closed by entries, the personal facts go, the card forgets whose it was, and a keyed hash remembers for twelve months that somebody
 * left. A run that is killed leaves the leaving as it was, and the next one goes on. Also forgets hashes whose time is over.
 */
export async function eraseMembers(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ erased: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const pace = pacer({ operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs }, operationsPerMember);
  const due = await find(
    'leavings',
    { state: 'waiting', eraseAt: { op: 'lte', value: now } },
    { limit: batch, order: [['eraseAt', 'asc']] },
  );
  let erased = 0;
  for (const leaving of due) {
    if (clock() >= untilMs) return { erased, more: true };
    await revokeAll(leaving, now);
    await removeAll('outbox', leaving._id);
    await removeAll('riddleStates', leaving._id);
    await removeExport(leaving._id);
    await eraseAvatars(leaving._id);
    await eraseReferrals(leaving._id, now);
    await partFamily(leaving, programme, now);
    if (await eraseOne(leaving, programme, now)) {
      erased += 1;
      // What was on its way meanwhile: from now on nothing comes any more.
      await revokeAll(leaving, now);
      await removeAll('outbox', leaving._id);
    }
    await pace();
  }
  const over = await find('leftHashes', { until: { op: 'lte', value: now } }, { limit: batch });
  for (const { _id } of over) await removeOne('leftHashes', _id);
  return { erased, more: due.length === batch || over.length === batch };
}

async function revokeAll({ _id: memberId }: Leaving, at: number): Promise<void> {
  const by = { at, staffId: 'leaving', reason: 'leaving' };
  for (;;) {
    const held = await find('vouchers', { memberId, state: { anyOf: ['issued', 'gifting'] } }, { limit: pageRows });
    if (held.length === 0) return;
    for (const { _id } of held) {
      const outcome = await transact(async (transaction) => {
        const voucher = await transaction.get('vouchers', _id);
        const open = voucher?.state === 'issued' || voucher?.state === 'gifting';
        if (voucher !== null && open) await takeVoucherAway(transaction, voucher, by);
        return accept(null);
      });
      if (!outcome.ok) throw new Error(`Voucher ${_id} could not be revoked`);
    }
  }
}

/** Messages, and what was written as guesses. */
async function removeAll(collection: 'outbox' | 'riddleStates', memberId: string): Promise<void> {
  for (;;) {
    const documents = await find(collection, { memberId }, { limit: pageRows });
    if (documents.length === 0) return;
    for (const { _id } of documents) await removeOne(collection, _id);
  }
}

async function removeExport(memberId: string): Promise<void> {
  const made = await get('exports', memberId);
  if (made === null) return;
  if (made.fileId !== null) await deleteFile(made.fileId);
  await removeOne('exports', memberId);
}

async function removeOne(collection: 'outbox' | 'riddleStates' | 'exports' | 'leftHashes', id: string): Promise<void> {
  const outcome = await transact(async (transaction) => {
    await transaction.remove(collection, id);
    return accept(null);
  });
  if (!outcome.ok) throw new Error(`${collection}/${id} could not be removed`);
}

/** Gives whether it was erased now: somebody may have stayed, or another run may have been faster. */
async function eraseOne({ _id }: Leaving, programme: Programme, now: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const leaving = await transaction.get('leavings', _id);
    if (leaving?.state !== 'waiting' || leaving.openid === null) return accept(false);
    const card = await transaction.get('cards', leaving.cardNumber);
    if (card === null) throw new Error(`Member ${_id} has no card`);
    await closeAccount(transaction, leaving, programme, now);
    const member = await transaction.get('members', leaving.openid);
    await transaction.remove('members', leaving.openid);
    await transaction.put('cards', { ...card, openid: null, leaving: true });
    for (const identity of [leaving.openid, ...(member?.phone == null ? [] : [member.phone])]) {
      await transaction.put('leftHashes', { _id: leftHashOf(masterKey(), identity), until: now + leftMemoryMs });
    }
    await transaction.put('leavings', { ...leaving, openid: null, state: 'erased', endedAt: now });
    return accept(true);
  });
  return outcome.ok && outcome.value;
}

async function closeAccount(transaction: Transaction, leaving: Leaving, programme: Programme, now: number): Promise<void> {
  const account = await transaction.get('accounts', leaving._id);
  if (account === null) throw new Error(`Member ${leaving._id} has no account`);
  const today = dayOf(now, programme.offsetMinutes);
  const ending = { at: now, today, by: 'leaving', tiers: programme.tiers };
  let going = { account, settled: settleAccount(account, today, programme.tiers) };
  for (const { orderId } of account.paidCard.periods) {
    const order = await transaction.get('planOrders', orderId);
    if (order !== null) going = await refundPlanOrder(transaction, order, going, ending);
  }
  const closed = close(going.settled.posting, { source: `left:${leaving.askedAt}`, day: today, note: {} });
  // What was bought before is refunded in money only.
  await post(
    transaction,
    { ...going.account, paidCard: noPaidCard, freshAt: now },
    carry(going.settled, closed, today, programme.tiers),
    now,
  );
}
