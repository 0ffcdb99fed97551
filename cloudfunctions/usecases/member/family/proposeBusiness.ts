import { refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../../adapters/database';
import { propose, type ProposeOutcome } from '../../audit/propose';
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
): Promise<ProposeOutcome | Outcome<never, 'card.unknown' | 'family.notHolder'>> {
  const card = await get('cards', cardNumber);
  if (card === null) return refuse('card.unknown');
  if (card.accountId !== card.memberId) return refuse('family.notHolder');
  return propose(who, key, { kind: 'business', accountId: card.accountId, cardTail: cardNumber.slice(-4), reason });
}
