import type { Proposal } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import type { StaffCaller } from '../store/admitStaff';
import { propose } from './propose';

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
  const { key, cardNumber, points, reason } = request;
  const said = { kind: 'adjustment', cardTail: cardNumber.slice(-4), points, reason } as const;
  return propose(who, key, said, card === null ? refuse('card.unknown') : accept(card.accountId));
}
