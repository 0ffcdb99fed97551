import type { Proposal } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import type { StaffCaller } from '../store/admitStaff';

interface Request {
  readonly key: string;
  readonly cardNumber: string;
  readonly points: number;
  readonly reason: string;
}

/** Writes down a correction that somebody else must decide. Nothing of the member's changes yet. */
export async function proposeAdjustment(
  who: StaffCaller,
  request: Request,
): Promise<Outcome<Proposal, 'card.unknown' | 'key.reused' | 'busy.tryAgain'>> {
  const card = await get('cards', request.cardNumber);
  if (card === null) return refuse('card.unknown');
  const { points, reason } = request;
  const proposal: Proposal = {
    _id: `${who.staff.staffId}:${request.key}`,
    content: { kind: 'adjustment', accountId: card.accountId, cardTail: card._id.slice(-4), points, reason },
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
    const { content } = before;
    const same = content.accountId === card.accountId && content.points === points && content.reason === reason;
    return same ? accept(before) : refuse('key.reused');
  });
}
