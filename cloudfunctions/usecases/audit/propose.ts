import type { Proposal, ProposalContent } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { transact } from '../../adapters/transact';
import type { StaffCaller } from '../store/admitStaff';

export type ProposeOutcome = Outcome<Proposal, 'key.reused' | 'busy.tryAgain'>;

/** Writes down something that another operator must decide; the same tap again is told what it proposed. */
export async function propose(who: StaffCaller, key: string, content: ProposalContent): Promise<ProposeOutcome> {
  const proposal: Proposal = {
    _id: `${who.staff.staffId}:${key}`,
    content,
    state: 'proposed',
    proposedBy: who.staff.staffId,
    proposedAt: who.now,
    device: who.device,
    decision: null,
  };
  return transact(async (transaction) => {
    const before = await transaction.get('proposals', proposal._id);
    if (before === null) {
      await transaction.add('proposals', [proposal]);
      return accept(proposal);
    }
    return said(before.content) === said(content) ? accept(before) : refuse('key.reused');
  });
}

function said(content: ProposalContent): string {
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}
