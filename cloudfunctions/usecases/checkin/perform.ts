import type { CheckinReceipt } from '@shared/checkin/contract';
import { decideCheckin, withPaid, type CheckinDecision } from '@shared/checkin/decide';
import type { CheckinRecord, GivenReward } from '@shared/checkin/types';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { checkinOf, withCheckin } from '@shared/member/family';
import { dayOf, monthOf, type Day } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { interact, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { checkinNow, nameGiven } from './checkinNow';
import { giveReward, type Rewarded, type RewardRetry, type RewardSetting } from './giveReward';
import { withVouchers } from './withVouchers';

interface Done {
  readonly record: CheckinRecord;
  readonly account: Account;
}

type Try = Outcome<Done, 'checkin.done' | RewardRetry | 'busy.tryAgain'>;

/**
 * Checks in for today. Its natural key is member + day, and the caller's key is part of its content: the same tap sent again
 * gets its first answer, another tap on the same day is refused.
 */
export async function perform(
  caller: Caller,
  input: { key: string },
): Promise<Outcome<CheckinReceipt, 'member.unknown' | 'checkin.done' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const member = await findMember(caller);
  if (!member.ok) return member;
  const today = dayOf(caller.now, programme.offsetMinutes);
  const setting = { member: member.value, programme, key: input.key, at: caller.now, today };
  const outcome = await withVouchers(caller, (prepared) =>
    transact((transaction): Promise<Try> => tryOnce(transaction, { ...setting, prepared })),
  );
  return outcome.ok ? accept(await receipt(outcome.value, setting)) : outcome;
}

async function tryOnce(transaction: Transaction, setting: RewardSetting): Promise<Try> {
  const { member, programme, today } = setting;
  const account = await accountOf(transaction, member);
  const state = checkinOf(account, member.memberId);
  const decided = decideCheckin(state, programme, today);
  if (!decided.ok || state.lastKey === setting.key) return repeat(transaction, account, setting, state.lastDay ?? today);
  const settled = settleAccount(account, today, programme.tiers);
  const rewarded = await reward(transaction, { account, settled, entries: [] }, decided.value, setting);
  if (!rewarded.ok) return rewarded;
  const { given, milestone, ...after } = rewarded.value;
  const record = recordOf(decided.value, given, milestone, setting);
  await transaction.add('checkins', [record]);
  await transaction.add('chanceEntries', after.entries);
  const checkedIn = { ...withPaid(decided.value.state, given), lastKey: setting.key };
  const next = withCheckin(after.account, member.memberId, checkedIn);
  return accept({ record, account: await post(transaction, next, interact(after.settled, 'checkin', today, programme.tiers), setting.at) });
}

/** Gives what the day pays, and the milestone that it reaches. */
async function reward(
  transaction: Transaction,
  before: Rewarded,
  decided: CheckinDecision,
  setting: RewardSetting,
): Promise<Outcome<Rewarded & { readonly given: GivenReward; readonly milestone: GivenReward | null }, RewardRetry>> {
  const { today } = setting;
  const note = { streak: decided.state.streak };
  const day = await giveReward(transaction, before, { slot: 'day', reward: decided.reward, source: today, note }, setting);
  if (!day.ok || decided.milestone === null) return day.ok ? accept({ ...day.value, milestone: null }) : day;
  const { days, reward: due } = decided.milestone;
  const wish = { slot: 'milestone', reward: due, source: `${monthOf(today)}.${days}`, note: { milestone: days } } as const;
  const reached = await giveReward(transaction, day.value, wish, setting);
  return reached.ok ? accept({ ...reached.value, given: day.value.given, milestone: reached.value.given }) : reached;
}

function recordOf(
  { state, milestone: due }: CheckinDecision,
  { points, voucherId }: GivenReward,
  milestone: GivenReward | null,
  { member: { memberId }, key, at, today }: RewardSetting,
): CheckinRecord {
  return {
    _id: `${memberId}:${today}`,
    memberId,
    day: today,
    month: monthOf(today),
    points,
    ...(voucherId === null ? {} : { voucherId }),
    streak: state.streak,
    ...(due === null || milestone === null ? {} : { milestone: { ...milestone, days: due.days } }),
    at,
    key,
  };
}

async function repeat(
  transaction: Transaction,
  account: Account,
  { member, programme, key, today }: RewardSetting,
  day: Day,
): Promise<Try> {
  const record = await transaction.get('checkins', `${member.memberId}:${day}`);
  if (record === null || record.key !== key) return refuse('checkin.done');
  const { balance } = settleAccount(account, today, programme.tiers).posting;
  return accept({ record, account: { ...account, ...balance } });
}

async function receipt({ record, account }: Done, setting: Omit<RewardSetting, 'prepared'>): Promise<CheckinReceipt> {
  const { points, voucherId = null, milestone = null } = record;
  const { voucher } = await nameGiven({ points, chances: 0, voucherId }, setting.at);
  return {
    day: record.day,
    points,
    voucher,
    milestone: milestone === null ? null : { ...(await nameGiven(milestone, setting.at)), days: milestone.days },
    ...checkinNow(account, setting),
  };
}
