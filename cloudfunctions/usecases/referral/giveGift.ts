import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import type { ReferralPolicy } from '@shared/referral/policy';
import type { Transaction } from '../../adapters/transact';
import { issueVoucher, type PreparedIssue } from '../voucher/issue';

/** What an invitee gets: a voucher that was issued, or points that are still to be posted. */
export interface InviteeGift {
  readonly vouchers: number;
  readonly points: number;
}

/** The gift's entry, and its voucher's source. */
export const inviteeGiftSource = 'invited';

interface Receiver {
  readonly memberId: string;
  readonly accountId: string;
  readonly at: number;
  readonly today: Day;
}

/** Issues the invitee's voucher; points instead where no coupon is named or none is left. `taken`: prepare again. */
export async function giveGift(
  transaction: Transaction,
  prepared: PreparedIssue | null,
  policy: ReferralPolicy,
  receiver: Receiver,
): Promise<Outcome<InviteeGift, 'taken'>> {
  const points = { vouchers: 0, points: policy.inviteePoints };
  if (prepared === null) return accept(points);
  const issued = await issueVoucher(transaction, prepared, { ...receiver, source: `gift:${inviteeGiftSource}`, key: inviteeGiftSource });
  if (issued.ok) return accept({ vouchers: 1, points: 0 });
  return issued.refusal.code === 'taken' ? refuse('taken') : accept(points);
}
