import type { MakeUpReceipt } from '@shared/checkin/contract';
import { withPaid } from '@shared/checkin/decide';
import { decideMakeUp, type MakeUpDecision, type MakeUpRefusal } from '@shared/checkin/decideMakeUp';
import type { CheckinRecord, GivenReward, MakeUpPays } from '@shared/checkin/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { checkinOf, withCheckin } from '@shared/member/family';
import { dayOf, monthOf, type Day } from '@shared/kernel/time';
import { runEnding } from '@shared/checkin/marks';
import { redeem } from '@shared/ledger/redeem';
import type { Account } from '@shared/ledger/types';
import { carry, interact, settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { checkinNow, makeUpSetting, nameGiven } from './checkinNow';
import { giveReward, type Rewarded, type RewardRetry, type RewardSetting } from './giveReward';
import { withVouchers } from './withVouchers';

interface Wish {
  readonly key: string;
  readonly day: Day;
  readonly pays: MakeUpPays;
}

interface Setting extends RewardSetting {
  readonly wish: Wish;
}

interface Done {
  readonly record: CheckinRecord;
  readonly account: Account;
}

type Refusals = MakeUpRefusal | 'points.short';
type Try = Outcome<Done, Refusals | RewardRetry | 'busy.tryAgain'>;
type Given = { readonly [Slot in 'day' | 'topUp' | 'milestone']: GivenReward | null };

/**
 * Makes a missed day up. Its natural key is member + made-up day; the caller's key and what it is paid with are part of its content:
 * the same tap sent again gets its first answer, even after the day has passed out of reach.
 */
export async function makeUp(caller: Caller, wish: Wish): Promise<Outcome<MakeUpReceipt, Refusals | 'member.unknown' | 'busy.tryAgain'>> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const today = dayOf(caller.now, programme.offsetMinutes);
  const setting = { member: member.value, programme, key: wish.key, at: caller.now, today, wish };
  const outcome = await withVouchers(caller, (prepared) =>
    transact((transaction): Promise<Try> => tryOnce(transaction, { ...setting, prepared })),
  );
  return outcome.ok ? accept(await receipt(outcome.value, setting)) : outcome;
}

async function tryOnce(transaction: Transaction, setting: Setting): Promise<Try> {
  const { member, programme, wish, today, at } = setting;
  const account = await accountOf(transaction, member);
  const settled = settleAccount(account, today, programme.tiers);
  const decided = decideMakeUp(checkinOf(account, member.memberId), programme, wish, makeUpSetting(settled.standing.tier, setting));
  if (!decided.ok) return (await repeat(transaction, account, settled, setting)) ?? decided;
  const paid = payFor(settled, decided.value, setting);
  if (!paid.ok) return (await repeat(transaction, account, settled, setting)) ?? paid;
  const rewarded = await reward(transaction, { account, settled: paid.value, entries: [] }, decided.value, setting);
  if (!rewarded.ok) return rewarded;
  const { given, ...after } = rewarded.value;
  const record = recordOf(decided.value, given, setting);
  await transaction.add('checkins', [record]);
  await transaction.add('chanceEntries', after.entries);
  const { state } = decided.value;
  const next = withCheckin(after.account, member.memberId, given.topUp === null ? state : withPaid(state, given.topUp));
  // A make-up is no check-in of today; whoever acts has opened the program.
  return accept({ record, account: await post(transaction, next, interact(after.settled, 'open', today, programme.tiers), at) });
}

/** Takes the price in points, where no card of the tier pays. */
function payFor(
  settled: Settled,
  { costPoints }: MakeUpDecision,
  { member, programme, wish, today }: Setting,
): Outcome<Settled, 'points.short'> {
  if (costPoints === 0) return accept(settled);
  const source = `makeUp:${member.memberId}:${wish.day}`;
  const paid = redeem(settled.posting, { source, day: today, points: costPoints, note: { madeUp: wish.day } });
  return paid.ok ? accept(carry(settled, paid.value, today, programme.tiers)) : paid;
}

/** Gives day 1's reward, what today's check-in is owed, and the milestone of the made-up day's month. */
async function reward(
  transaction: Transaction,
  before: Rewarded,
  { reward: day, topUp, milestone }: MakeUpDecision,
  setting: Setting,
): Promise<Outcome<Rewarded & { readonly given: Given }, RewardRetry>> {
  const { wish, today } = setting;
  const wishes = [
    { slot: 'day', reward: day, source: wish.day, note: { madeUp: wish.day } },
    ...(topUp === null ? [] : [{ slot: 'topUp', reward: topUp, source: `${today}.${wish.day}`, note: { toppedUp: today } } as const]),
    ...(milestone === null
      ? []
      : [
          {
            slot: 'milestone',
            reward: milestone.reward,
            source: `${monthOf(wish.day)}.${milestone.days}`,
            note: { milestone: milestone.days },
          } as const,
        ]),
  ] as const;
  let rewarded: Rewarded = before;
  let given: Given = { day: null, topUp: null, milestone: null };
  for (const each of wishes) {
    const next = await giveReward(transaction, rewarded, each, setting);
    if (!next.ok) return next;
    given = { ...given, [each.slot]: next.value.given };
    rewarded = next.value;
  }
  return accept({ ...rewarded, given });
}

function recordOf({ state, costPoints, milestone: due }: MakeUpDecision, given: Given, setting: Setting): CheckinRecord {
  const { wish, member, today, at, key } = setting;
  const { topUp, milestone } = given;
  return {
    _id: `${member.memberId}:${wish.day}`,
    memberId: member.memberId,
    day: wish.day,
    month: monthOf(wish.day),
    points: given.day?.points ?? 0,
    streak: runEnding(state, wish.day),
    makeUp: { pays: wish.pays, costPoints, on: today },
    ...(topUp === null ? {} : { topUp: { ...topUp, day: today } }),
    ...(due === null || milestone === null ? {} : { milestone: { ...milestone, days: due.days } }),
    at,
    key,
  };
}

/** What this very tap got before; null where the day was not made up by it. */
async function repeat(transaction: Transaction, account: Account, settled: Settled, { member, wish }: Setting): Promise<Try | null> {
  const record = await transaction.get('checkins', `${member.memberId}:${wish.day}`);
  if (record?.makeUp?.pays !== wish.pays || record.key !== wish.key) return null;
  return accept({ record, account: { ...account, ...settled.posting.balance, ...settled.standing } });
}

async function receipt({ record, account }: Done, setting: Omit<Setting, 'prepared'>): Promise<MakeUpReceipt> {
  const { day, points, makeUp: made, topUp = null, milestone = null } = record;
  return {
    day,
    points,
    costPoints: made?.costPoints ?? 0,
    topUp: topUp === null ? null : await nameGiven(topUp, setting.at),
    milestone: milestone === null ? null : { ...(await nameGiven(milestone, setting.at)), days: milestone.days },
    ...checkinNow(account, setting),
  };
}
