import { decideCheckin, viewCheckin, type CheckinDecision } from '@shared/checkin/decide';
import type { CheckinReceipt } from '@shared/checkin/contract';
import type { CheckinRecord } from '@shared/checkin/types';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, monthOf, type Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Account } from '@shared/ledger/types';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { carry, interact, settleAccount } from '@shared/tier/settleAccount';
import type { Voucher } from '@shared/voucher/types';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { issueVoucher, prepareIssue, type PreparedIssue } from '../voucher/issue';
import { loadCoupons } from '../voucher/loadCoupons';

/** Rounds of looking for a free unit of the ladder's voucher before its points are paid instead. */
const roundsMax = 4;

interface Setting {
  readonly caller: Caller;
  readonly key: string;
  readonly member: Member;
  readonly programme: Programme;
  readonly today: Day;
  /** The ladder's voucher, made ready; null pays points, undefined: not looked for yet, since few days need it. */
  readonly prepared: PreparedIssue | null | undefined;
}

/** `prepare`: today gives a voucher, and none is ready. */
type Try = Outcome<CheckinRecord & { readonly account: Account }, 'checkin.done' | 'prepare' | 'taken' | 'busy.tryAgain'>;

/**
 * Checks in for today. Its natural key is member + day, and the caller's key is part of its content: the same tap sent again
 * gets its first answer, another tap on the same day is refused.
 */
export async function perform(
  caller: Caller,
  input: { key: string },
): Promise<Outcome<CheckinReceipt, 'member.unknown' | 'checkin.done' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const member = await findMember(caller);
  if (!member.ok) return member;
  const setting = { caller, key: input.key, member: member.value, programme, today };
  let prepared: Setting['prepared'] = programme.ladderCoupon === null ? null : undefined;
  for (let round = 1; ; round += 1) {
    const outcome = await tryOnce({ ...setting, prepared });
    if (outcome.ok) return accept(await receipt(outcome.value, outcome.value.account, setting));
    const { code, args } = outcome.refusal;
    if (code === 'checkin.done' || code === 'busy.tryAgain') return refuse(code, args);
    prepared = round > roundsMax ? null : await prepareIssue(programme.ladderCoupon ?? '', caller.now, caller.random);
  }
}

function tryOnce(setting: Setting): Promise<Try> {
  const { caller, key, member, programme, today, prepared } = setting;
  return transact(async (transaction): Promise<Try> => {
    const account = await transaction.get('accounts', member.accountId);
    if (account === null) throw new Error(`Member ${member.memberId} has no account`);
    const id = `${member.memberId}:${today}`;
    const decided = decideCheckin(account.checkin, programme.ladder, today);
    if (!decided.ok) return repeat(transaction, id, setting, account);
    const { state, last } = decided.value;
    if (last && prepared === undefined) return refuse('prepare');
    const voucher = last && prepared != null ? await give(transaction, prepared, setting) : accept(null);
    if (!voucher.ok) return voucher;
    const points = voucher.value === null ? decided.value.points : 0;
    const record: CheckinRecord = {
      _id: id,
      memberId: member.memberId,
      day: today,
      month: monthOf(today),
      points,
      ...(voucher.value === null ? {} : { voucherId: voucher.value._id }),
      streak: state.streak,
      at: caller.now,
      key,
    };
    await transaction.add('checkins', [record]);
    return accept({ ...record, account: await pay(transaction, account, points, state, setting) });
  });
}

/** Pays the day's points (none where it gave a voucher) and counts the interaction. */
function pay(
  transaction: Transaction,
  account: Account,
  points: number,
  state: CheckinDecision['state'],
  { caller, member, programme, today }: Setting,
): Promise<Account> {
  const settled = settleAccount(account, today, programme.tiers);
  const source = `${member.memberId}:${today}`;
  const reward = { kind: 'checkin', source, day: today, points, note: { streak: state.streak } } as const;
  const paid = carry(settled, credit(settled.posting, reward), today, programme.tiers);
  return post(transaction, { ...account, checkin: state }, interact(paid, 'checkin', today, programme.tiers), caller.now);
}

/** Gives the ladder's voucher; null when there is none left, and points are paid. */
async function give(
  transaction: Transaction,
  prepared: PreparedIssue,
  { caller, key, member, today }: Setting,
): Promise<Outcome<Voucher | null, 'taken'>> {
  const { memberId, accountId } = member;
  const issued = await issueVoucher(transaction, prepared, { memberId, accountId, source: `checkin:${today}`, key, at: caller.now, today });
  if (issued.ok) return issued;
  return issued.refusal.code === 'taken' ? refuse('taken') : accept(null);
}

async function repeat(transaction: Transaction, id: string, setting: Setting, account: Account): Promise<Try> {
  const first = await transaction.get('checkins', id);
  if (first === null || first.key !== setting.key) return refuse('checkin.done');
  const { balance } = settleAccount(account, setting.today, setting.programme.tiers).posting;
  return accept({ ...first, account: { ...account, ...balance } });
}

async function receipt(
  record: CheckinRecord,
  account: Account,
  { caller, programme }: Pick<Setting, 'caller' | 'programme'>,
): Promise<CheckinReceipt> {
  const { ladder, ladderCoupon } = programme;
  const coupon = record.voucherId === undefined ? undefined : (await loadCoupons(caller.now)).get(record.voucherId.split(/[#:]/)[0] ?? '');
  return {
    day: record.day,
    points: record.points,
    voucher: coupon?.name ?? null,
    checkin: viewCheckin(account.checkin, ladder, record.day, ladderCoupon !== null),
    available: account.available,
    debt: account.debt,
  };
}
