import type { Bilingual } from '@shared/kernel/bilingual';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Account } from '@shared/ledger/types';
import { birthdayGiftDue } from '@shared/member/birthdayGift';
import type { Member } from '@shared/member/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { tierRow } from '@shared/tier/move';
import { carry, settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { BirthdayGift } from '@shared/tier/types';
import { get } from '../../adapters/database';
import { systemRandom } from '../../adapters/random';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { issueVoucher, prepareIssue, type PreparedIssue } from '../voucher/issue';

interface Setting {
  /** The day on which the birthday is kept. */
  readonly day: Day;
  readonly today: Day;
  readonly at: number;
  readonly programme: Programme;
}

interface Given {
  readonly settled: Settled;
  /** What was given, in words. */
  readonly gift: Bilingual;
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
    const account = await transaction.get('accounts', member.accountId);
    if (account === null) throw new Error(`Member ${member.memberId} has no account`);
    const source = `birthday:${member.memberId}:${day.slice(0, 4)}`;
    const settled = settleAccount(account, setting.today, programme.tiers);
    const given = await handOut(transaction, settled, { member, account, source, prepared }, setting);
    if (!given.ok) return given;
    if (given.value === null) return accept(null);
    await post(transaction, account, given.value.settled, at);
    await transaction.put('members', { ...member, birthdayGiftOn: day });
    const facts = { gift: given.value.gift };
    await transaction.add('outbox', [draftMessage({ kind: 'birthday', source, memberId: member.memberId, facts }, at)]);
    return accept(null);
  });
  return outcome.ok;
}

interface Receiver {
  readonly member: Member;
  readonly account: Account;
  readonly source: string;
  readonly prepared: PreparedIssue | null;
}

function giftOf({ standing }: Settled, { tiers }: Programme): BirthdayGift | null {
  return tierRow(tiers, standing.tier).birthdayGift;
}

/** A voucher is prepared before the transaction, by the gift that the tier brings as things stand. */
async function prepare(accountId: string, { today, at, programme }: Setting): Promise<PreparedIssue | null> {
  const account = await get('accounts', accountId);
  const gift = account === null ? null : giftOf(settleAccount(account, today, programme.tiers), programme);
  return gift !== null && 'couponId' in gift ? prepareIssue(gift.couponId, at, systemRandom) : null;
}

async function handOut(
  transaction: Transaction,
  settled: Settled,
  { member, account, source, prepared }: Receiver,
  { today, at, programme }: Setting,
): Promise<Outcome<Given | null, 'taken'>> {
  const gift = giftOf(settled, programme);
  if (gift === null) return accept(null);
  if ('points' in gift) {
    if ((await transaction.get('entries', `${account._id}:gift:${source}`)) !== null) return accept(null);
    const { points } = gift;
    const credited = credit(settled.posting, { kind: 'gift', source, day: today, points, note: { gift: 'birthday' } });
    return accept({
      settled: carry(settled, credited, today, programme.tiers),
      gift: { zh: `${points} 积分`, en: `${points} points` },
    });
  }
  if (prepared === null) return accept(null);
  if (prepared.coupon._id !== gift.couponId) return refuse('taken');
  const { memberId } = member;
  const issued = await issueVoucher(transaction, prepared, { memberId, accountId: account._id, source, key: source, at, today });
  if (issued.ok) return accept({ settled, gift: prepared.coupon.name });
  return issued.refusal.code === 'taken' ? refuse('taken') : accept(null);
}
