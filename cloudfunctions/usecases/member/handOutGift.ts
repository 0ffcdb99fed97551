import type { Bilingual } from '@shared/kernel/bilingual';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Programme } from '@shared/store/programme';
import { carry, type Settled } from '@shared/tier/settleAccount';
import type { OccasionGift } from '@shared/tier/types';
import type { Transaction } from '../../adapters/transact';
import { issueVoucher, type PreparedIssue } from '../voucher/issue';

interface Receiver {
  readonly memberId: string;
  readonly accountId: string;
  /** The entry's source, or the voucher's: what tells one gift from another. */
  readonly source: string;
  /** What the entry says the gift is for. */
  readonly occasion: string;
  readonly gift: OccasionGift;
  /** The coupon made ready for a gift that is a voucher; null when it is no more. */
  readonly prepared: PreparedIssue | null;
}

interface HandedOut {
  readonly settled: Settled;
  /** What was given, in words. */
  readonly gift: Bilingual;
}

/**
 * Hands an occasion's gift out in the caller's transaction; the caller posts the account. Null: given before, or the coupon has run out.
 * `taken`: prepare anew, the voucher's unit was just taken or the gift is another by now.
 */
export async function handOutGift(
  transaction: Transaction,
  settled: Settled,
  { memberId, accountId, source, occasion, gift, prepared }: Receiver,
  { today, at, programme }: { readonly today: Day; readonly at: number; readonly programme: Programme },
): Promise<Outcome<HandedOut | null, 'taken'>> {
  if ('points' in gift) {
    if ((await transaction.get('entries', `${accountId}:gift:${source}`)) !== null) return accept(null);
    const { points } = gift;
    const credited = credit(settled.posting, { kind: 'gift', source, day: today, points, note: { gift: occasion } });
    return accept({
      settled: carry(settled, credited, today, programme.tiers),
      gift: { zh: `${points} 积分`, en: `${points} points` },
    });
  }
  if (prepared === null) return accept(null);
  if (prepared.coupon._id !== gift.couponId) return refuse('taken');
  const issued = await issueVoucher(transaction, prepared, { memberId, accountId, source, key: source, at, today });
  if (issued.ok) return accept({ settled, gift: prepared.coupon.name });
  return issued.refusal.code === 'taken' ? refuse('taken') : accept(null);
}
