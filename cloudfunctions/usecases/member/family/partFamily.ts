import { familyOf } from '@shared/member/family';
import type { Leaving } from '@shared/member/leave';
import type { Programme } from '@shared/store/programme';
import { get } from '../../../adapters/database';
import { partFrom } from './leaveFamily';

/**
 * Before somebody is erased: whoever shares their account goes on with one of their own, and the account that they share goes on without
 * them. One transaction a person; done again it finds nothing left to do.
 */
export async function partFamily({ _id, cardNumber }: Leaving, programme: Programme, now: number): Promise<void> {
  const [account, card] = await Promise.all([get('accounts', _id), get('cards', cardNumber)]);
  const held = account === null ? [] : familyOf(account).members.map(({ memberId }) => ({ accountId: _id, memberId }));
  const shared = card === null || card.accountId === _id ? [] : [{ accountId: card.accountId, memberId: _id }];
  for (const { accountId, memberId } of [...held, ...shared]) {
    const parted = await partFrom(accountId, memberId, programme, now);
    if (!parted.ok) throw new Error(`Member ${memberId} could not be parted from ${accountId}`);
  }
}
