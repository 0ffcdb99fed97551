import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import { birthdayGiftDue } from '@shared/member/birthdayGift';
import type { Member } from '@shared/member/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { tierRow } from '@shared/tier/move';
import { settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { OccasionGift } from '@shared/tier/types';
import { get } from '../../adapters/database';
import { systemRandom } from '../../adapters/random';
import { transact } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { handOutGift } from './handOutGift';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';

interface Setting {
  /** The day on which the birthday is kept. */
  readonly day: Day;
  readonly today: Day;
  readonly at: number;
  readonly programme: Programme;
}

/**
 * Gives one member the gift of their tier, once a year: the member keeps the day of the last one, written with it. False when it must be
 * tried again (busy, or the voucher's unit was just taken); a coupon that has run out gives nothing.
 */
export async function giveBirthday({ _id, accountId }: Member, setting: Setting): Promise<boolean> {
  const { day, at, programme } = setting;
  const prepared = await prepare(accountId, setting);
  const outcome = await transact(async (transaction): Promise<Outcome<null, 'taken'>> => {
    const member = await transaction.get('members', _id);
    if (member === null || member.leavingAt != null || !birthdayGiftDue(member, day)) return accept(null);
    const account = await accountOf(transaction, member);
    const source = `birthday:${member.memberId}:${day.slice(0, 4)}`;
    const settled = settleAccount(account, setting.today, programme.tiers);
    const gift = giftOf(settled, programme);
    if (gift === null) return accept(null);
    const receiver = { memberId: member.memberId, accountId: account._id, source, occasion: 'birthday', gift, prepared };
    const given = await handOutGift(transaction, settled, receiver, setting);
    if (!given.ok || given.value === null) return given.ok ? accept(null) : given;
    await post(transaction, account, given.value.settled, at);
    await transaction.put('members', { ...member, birthdayGiftOn: day });
    const facts = { gift: given.value.gift };
    await transaction.add('outbox', [draftMessage({ kind: 'birthday', source, memberId: member.memberId, facts }, at)]);
    return accept(null);
  });
  return outcome.ok;
}

function giftOf({ standing }: Settled, { tiers }: Programme): OccasionGift | null {
  return tierRow(tiers, standing.tier).birthdayGift;
}

/** A voucher is prepared before the transaction, by the gift that the tier brings as things stand. */
async function prepare(accountId: string, { today, at, programme }: Setting): Promise<PreparedIssue | null> {
  const account = await get('accounts', accountId);
  const gift = account === null ? null : giftOf(settleAccount(account, today, programme.tiers), programme);
  return gift !== null && 'couponId' in gift ? prepareIssue(gift.couponId, at, systemRandom) : null;
}
