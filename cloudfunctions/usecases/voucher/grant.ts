import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Card } from '@shared/member/types';
import type { VoucherGrant } from '@shared/voucher/types';
import { get } from '../../adapters/database';
import { transact, type Transaction } from '../../adapters/transact';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { issueVoucher, prepareIssue, type IssueRefusal, type PreparedIssue } from './issue';

/** Rounds of looking for a free unit before the caller is told to come back. */
const roundsMax = 8;

interface Wish {
  readonly key: string;
  readonly cardNumber: string;
  readonly couponId: string;
  readonly reason: string;
}

type GrantRefusal = 'card.unknown' | 'voucher.noCoupon' | 'voucher.gone' | 'key.reused' | 'busy.tryAgain';

/** Gives a voucher to a card, with a reason that is kept. It counts toward no limit per member. */
export async function grant(who: StaffCaller, wish: Wish): Promise<Outcome<{ readonly voucherId: string }, GrantRefusal>> {
  const [card, { offsetMinutes }] = await Promise.all([get('cards', wish.cardNumber), loadProgramme(who.now)]);
  const today = dayOf(who.now, offsetMinutes);
  for (let round = 1; round <= roundsMax; round += 1) {
    const prepared = await prepareIssue(wish.couponId, who.now, who.random);
    const outcome = await transact((transaction) => give(transaction, prepared, who, card, wish, today));
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code === 'voucher.limit') throw new Error('A grant counts toward no limit');
    if (code !== 'taken') return refuse(code, args);
  }
  return refuse('busy.tryAgain');
}

async function give(
  transaction: Transaction,
  prepared: PreparedIssue | null,
  who: StaffCaller,
  card: Card | null,
  wish: Wish,
  today: string,
): Promise<Outcome<{ readonly voucherId: string }, IssueRefusal | 'card.unknown' | 'voucher.noCoupon' | 'key.reused'>> {
  const id = `${who.staff.staffId}:${wish.key}`;
  const before = await transaction.get('voucherGrants', id);
  if (before !== null) {
    const same = before.couponId === wish.couponId && before.cardNumber === wish.cardNumber && before.reason === wish.reason;
    return same ? accept({ voucherId: before.voucherId }) : refuse('key.reused');
  }
  if (card === null) return refuse('card.unknown');
  if (prepared === null) return refuse('voucher.noCoupon');
  // Who is leaving, or has left, is given nothing.
  if ((await transaction.get('cards', card._id))?.leaving === true) return refuse('card.unknown');
  const { memberId, accountId } = card;
  const issued = await issueVoucher(transaction, prepared, {
    memberId,
    accountId,
    source: `operator:${id}`,
    key: wish.key,
    at: who.now,
    today,
  });
  if (!issued.ok) return issued;
  const voucherId = issued.value._id;
  const { couponId, cardNumber, reason } = wish;
  const written: VoucherGrant = { _id: id, voucherId, couponId, cardNumber, reason, device: who.device, at: who.now };
  await transaction.add('voucherGrants', [written]);
  return accept({ voucherId });
}
