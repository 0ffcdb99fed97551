import type { Bilingual } from '@shared/kernel/bilingual';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { draftMessage, type MessageRequest } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import type { OccasionGift } from '@shared/tier/types';
import { systemRandom } from '../../adapters/random';
import { transact } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { handOutGift } from '../member/handOutGift';
import { prepareIssue } from '../voucher/issue';

/** start, member, message, account, entry, entries, account, message, commit. */
export const operationsPerGreeting = 9;

/** One occasion of one member. */
export interface Greeting {
  /** The gift's source and the message's: the occasion, the member and the year. */
  readonly source: string;
  readonly occasion: 'anniversary' | 'festival';
  readonly gift: OccasionGift;
  /** The message, once it is known what was given. */
  readonly message: (given: Bilingual) => MessageRequest;
}

/**
 * Gives one member the gift of an occasion and writes the greeting with it. The greeting's own id says that it was given, so nobody is
 * greeted twice; who is leaving gets none, and a coupon that has run out brings none. False when it must be tried again.
 */
export async function greetOne(
  { _id, memberId }: Member,
  greeting: Greeting,
  setting: { readonly today: Day; readonly at: number; readonly programme: Programme },
): Promise<boolean> {
  const { today, at, programme } = setting;
  const { source, occasion, gift } = greeting;
  const prepared = 'couponId' in gift ? await prepareIssue(gift.couponId, at, systemRandom) : null;
  const outcome = await transact(async (transaction): Promise<Outcome<null, 'taken'>> => {
    const member = await transaction.get('members', _id);
    if (member === null || member.leavingAt != null) return accept(null);
    if ((await transaction.get('outbox', `${occasion}:${source}`)) !== null) return accept(null);
    const account = await accountOf(transaction, member);
    const settled = settleAccount(account, today, programme.tiers);
    const receiver = { memberId, accountId: account._id, source: `${occasion}:${source}`, occasion, gift, prepared };
    const given = await handOutGift(transaction, settled, receiver, setting);
    if (!given.ok || given.value === null) return given.ok ? accept(null) : given;
    await post(transaction, account, given.value.settled, at);
    await transaction.add('outbox', [draftMessage(greeting.message(given.value.gift), at)]);
    return accept(null);
  });
  return outcome.ok;
}
