import type { Proposal, ProposalContent } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { transact } from '../../adapters/transact';
import type { StaffCaller } from '../store/admitStaff';

/** What an operator said themselves; the account is found from it, and may be another by the time the same is said again. */
type Said<Content> = Content extends ProposalContent ? Omit<Content, 'accountId'> : never;

/**
 * Writes down something that another operator must decide; the same tap again is told what it proposed. `accountId`: whose account, or why
 * it cannot be proposed, which is asked once it is known that this is no repeat.
 */
export async function propose<Code extends string>(
  who: StaffCaller,
  key: string,
  said: Said<ProposalContent>,
  accountId: Outcome<string, Code>,
): Promise<Outcome<Proposal, Code | 'key.reused' | 'busy.tryAgain'>> {
  const _id = `${who.staff.staffId}:${key}`;
  return transact(async (transaction): Promise<Outcome<Proposal, 'key.reused' | Code>> => {
    const before = await transaction.get('proposals', _id);
    if (before !== null) return isSame(before.content, said) ? accept(before) : refuse('key.reused');
    if (!accountId.ok) return accountId;
    const proposal = proposalOf(who, _id, { ...said, accountId: accountId.value });
    await transaction.add('proposals', [proposal]);
    return accept(proposal);
  });
}

function proposalOf(who: StaffCaller, _id: string, content: ProposalContent): Proposal {
  return {
    _id,
    content,
    state: 'proposed',
    proposedBy: who.staff.staffId,
    proposedAt: who.now,
    device: who.device,
    decision: null,
  };
}

function isSame(before: ProposalContent, said: Said<ProposalContent>): boolean {
  const known: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(said).every(([field, value]) => known[field] === value);
}
