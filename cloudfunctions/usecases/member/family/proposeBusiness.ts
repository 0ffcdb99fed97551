import type { Proposal } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../../adapters/database';
import { propose } from '../../audit/propose';
import type { StaffCaller } from '../../store/admitStaff';

interface Request {
  readonly key: string;
  readonly cardNumber: string;
  readonly reason: string;
}

/** Writes down that an account is to be a business's; somebody else must decide. */
export async function proposeBusiness(
  who: StaffCaller,
  { key, cardNumber, reason }: Request,
): Promise<Outcome<Proposal, 'card.unknown' | 'family.notHolder' | 'key.reused' | 'busy.tryAgain'>> {
  const card = await get('cards', cardNumber);
  const own = card !== null && card.accountId !== card.memberId ? refuse('family.notHolder') : accept(card?.accountId ?? '');
  const said = { kind: 'business', cardTail: cardNumber.slice(-4), reason } as const;
  return propose(who, key, said, card === null ? refuse('card.unknown') : own);
}
