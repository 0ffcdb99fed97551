import { decideProposal, type DecideRefusal, type Proposal } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { transact } from '../../adapters/transact';
import type { StaffCaller } from '../store/admitStaff';
import { hasLeft } from '../member/hasLeft';
import { loadProgramme } from '../store/loadProgramme';
import { carryOut } from './carryOut';

interface Verdict {
  readonly key: string;
  readonly proposalId: string;
  readonly approve: boolean;
  readonly note: string;
}

/**
 * Decides what somebody else proposed; an approval is carried out in the same transaction, so that neither is without the other. For who
 * has left there is nothing to approve.
 */
export async function decide(
  who: StaffCaller,
  verdict: Verdict,
): Promise<Outcome<Proposal, DecideRefusal | 'member.left' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(who.now);
  const decision = { key: verdict.key, by: who.staff.staffId, at: who.now, device: who.device, note: verdict.note };
  return transact(async (transaction) => {
    const found = await transaction.get('proposals', verdict.proposalId);
    const decided = decideProposal(found, { approve: verdict.approve, decision });
    if (!decided.ok) return decided;
    const { proposal, repeat } = decided.value;
    if (repeat) return accept(proposal);
    await transaction.put('proposals', proposal);
    if (proposal.state === 'approved' && (await hasLeft(transaction, proposal.content.accountId))) return refuse('member.left');
    if (proposal.state === 'approved') await carryOut(transaction, proposal, programme, who.now);
    return accept(proposal);
  });
}
