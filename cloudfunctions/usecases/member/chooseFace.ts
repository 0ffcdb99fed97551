import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { decideFace, type FaceId } from '@shared/member/face';
import { periodOn } from '@shared/tier/paidCard';
import { settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { loadProgramme } from '../store/loadProgramme';

/** Keeps the face that the caller's card shows from now on; choosing it again changes nothing. */
export async function chooseFace(
  caller: Caller,
  { face }: { face: FaceId },
): Promise<Outcome<{ readonly face: FaceId }, 'member.unknown' | 'face.locked' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const today = dayOf(caller.now, programme.offsetMinutes);
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null || member.leavingAt != null) return refuse('member.unknown');
    const account = await accountOf(transaction, member);
    const { tier } = settleAccount(account, today, programme.tiers).standing;
    const decided = decideFace(face, { tier, hasPaidCard: periodOn(account.paidCard, today) !== null });
    if (!decided.ok) return decided;
    if (member.face !== face) await transaction.put('members', { ...member, face });
    return accept({ face });
  });
}
