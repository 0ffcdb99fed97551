import { randomId, randomNumber16 } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import { openAccount } from '@shared/ledger/openAccount';
import type { Account } from '@shared/ledger/types';
import type { Home } from '@shared/member/contract';
import { decideJoin, type JoinRefusal, type JoinRequest } from '@shared/member/decideJoin';
import { leftHashOf, leftLately } from '@shared/member/leave';
import type { Card } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { loadProgramme } from '../store/loadProgramme';
import { viewHome } from './home';

/** Opens a card: facts, card number, account and welcome gift in one transaction. Somebody who joined before gets their home again. */
export async function join(caller: Caller, input: JoinRequest): Promise<Outcome<Home, JoinRefusal | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const memberId = randomId(caller.random);
  const cardNumber = randomNumber16(caller.random, '9');
  return transact(async (transaction) => {
    const before = await transaction.get('members', caller.openid);
    if (before !== null) {
      const account = await transaction.get('accounts', before.accountId);
      if (account === null) throw new Error(`Member ${before.memberId} has no account`);
      return accept(viewHome(programme, before, account, caller.now, 0));
    }
    const decided = decideJoin(input, { programme, today, now: caller.now, openid: caller.openid, memberId, cardNumber });
    if (!decided.ok) return decided;
    // Two in 10^14: should the number be taken, the transaction fails on it as a duplicate would, and the member taps again.
    if ((await transaction.get('cards', cardNumber)) !== null) return refuse('busy.tryAgain');
    const member = decided.value;
    const card: Card = {
      _id: cardNumber,
      memberId,
      accountId: memberId,
      openid: caller.openid,
      versions: [{ version: 1, from: caller.now, key: 'join' }],
    };
    await transaction.add('members', [member]);
    await transaction.add('cards', [card]);
    const account = await openWelcomed(transaction, caller, memberId, programme);
    return accept(viewHome(programme, member, account, caller.now, 0));
  });
}

/** A new account with its welcome gift, but for who left less than twelve months ago: gifts are not to be farmed by leaving. */
async function openWelcomed(transaction: Transaction, { openid, now }: Caller, memberId: string, programme: Programme): Promise<Account> {
  const comesBack = leftLately(await transaction.get('leftHashes', leftHashOf(masterKey(), openid)), now);
  const today = dayOf(now, programme.offsetMinutes);
  const gift = { kind: 'gift', source: 'welcome', day: today, points: comesBack ? 0 : programme.welcomePoints, note: {} } as const;
  const opened = openAccount(memberId, now, today);
  const settled = settleAccount(opened, today, programme.tiers);
  return post(transaction, opened, carry(settled, credit(settled.posting, gift), today, programme.tiers), now);
}
