import { dayOf } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Referral } from '@shared/referral/types';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import type { PreparedIssue } from '../voucher/issue';
import { giveGift, inviteeGiftSource } from './giveGift';

/** To whom, and with what at hand. */
interface Held {
  readonly openid: string | null;
  readonly prepared: PreparedIssue | null;
  readonly programme: Programme;
  readonly at: number;
}

/** Gives an invitee, once, what was held back when they joined; null when the voucher's unit was just taken. */
export async function giveHeldGift(
  transaction: Transaction,
  referral: Referral,
  { openid, prepared, programme, at }: Held,
): Promise<Referral | null> {
  const member = openid === null ? null : await transaction.get('members', openid);
  const account = member === null ? null : await transaction.get('accounts', member.accountId);
  const lacksPhone = programme.referral.needsPhone && member?.phone == null;
  if (referral.gift === 'given' || member === null || account === null) return referral;
  if (lacksPhone) return { ...referral, gift: 'waiting' };
  const { offsetMinutes, tiers } = programme;
  const today = dayOf(at, offsetMinutes);
  const receiver = { memberId: member.memberId, accountId: account._id, at, today };
  const gift = await giveGift(transaction, prepared, programme.referral, receiver);
  if (!gift.ok) return null;
  const settled = settleAccount(account, today, tiers);
  // Several people of one account may have been invited, each by somebody.
  const source = `${inviteeGiftSource}:${member.memberId}`;
  const draft = { kind: 'gift', source, day: today, points: gift.value.points, note: { gift: 'invited' } } as const;
  await post(transaction, account, carry(settled, credit(settled.posting, draft), today, tiers), at);
  return { ...referral, gift: 'given' };
}
