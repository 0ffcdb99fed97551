import { refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import type { StaffCaller } from '../store/admitStaff';
import { propose, type ProposeOutcome } from './propose';

interface Request {
  readonly key: string;
  readonly cardNumber: string;
  readonly points: number;
  readonly reason: string;
}

/** Writes down a correction that somebody else must decide. Nothing of the member's changes yet. */
export async function proposeAdjustment(who: StaffCaller, request: Request): Promise<ProposeOutcome | Outcome<never, 'card.unknown'>> {
  const card = await get('cards', request.cardNumber);
  if (card === null) return refuse('card.unknown');
  const { key, points, reason } = request;
  return propose(who, key, { kind: 'adjustment', accountId: card.accountId, cardTail: card._id.slice(-4), points, reason });
}
