import { addDays, monthOf, type Day, type Month } from '../kernel/time';
import type { CheckinView, MakeUpOffer, MakeUpsView, MilestoneView, RewardView } from './contract';
import { decideMakeUp, firstMakeUpDay, makeUpsLeft, type MakeUpSetting } from './decideMakeUp';
import { ladderDay, ladderReward, streakOn } from './ladder';
import { daysMarked, isMarked, keepMonths } from './marks';
import type { CheckinPolicy, CheckinReward, CheckinState } from './types';

/** How check-in stands on a day, for the home screen. `available` are the points that a make-up could be paid with. */
export function viewCheckin(state: CheckinState, policy: CheckinPolicy, setting: MakeUpSetting, available: number): CheckinView {
  const { today } = setting;
  const { ladder, ladderCoupon } = policy;
  const doneToday = state.lastDay === today;
  const streak = streakOn(state, today);
  return {
    today,
    doneToday,
    streak,
    ladderDay: ladderDay(doneToday ? streak : streak + 1, ladder),
    ladder,
    endsInVoucher: ladderCoupon !== null,
    monthDays: daysMarked(state, monthOf(today)),
    milestones: viewMilestones(daysMarked(state, monthOf(today)), policy),
    offer: doneToday ? null : offerOf(state, policy, setting, available),
  };
}

/** The milestones of a month of which so many days are checked in. */
export function viewMilestones(monthDays: number, { milestones }: CheckinPolicy): readonly MilestoneView[] {
  return milestones.map(({ days, reward }) => ({ days, reward: viewReward(reward), reached: monthDays >= days }));
}

/** Which days of a month can be made up, and with what. */
export function viewMakeUps(
  state: CheckinState,
  month: Month,
  policy: CheckinPolicy,
  setting: MakeUpSetting,
  available: number,
): MakeUpsView {
  const kept = keepMonths(state, setting.today);
  const { left, cards } = makeUpsLeft(kept, month, policy, setting);
  const days: Day[] = [];
  for (let day = laterOf(firstMakeUpDay(setting), `${month}-01`); day < setting.today && monthOf(day) === month; day = addDays(day, 1)) {
    if (left > 0 && !isMarked(kept, day)) days.push(day);
  }
  return { days, left, cards, pricePoints: policy.makeUps.pricePoints, affordable: available >= policy.makeUps.pricePoints };
}

/** A reward as a screen tells it. */
function viewReward(reward: CheckinReward): RewardView {
  if (reward.kind === 'chance') return { kind: 'chance', amount: reward.count };
  if (reward.kind === 'voucher' && reward.couponId !== null) return { kind: 'voucher', amount: 1 };
  return { kind: 'points', amount: reward.points };
}

/** The make-up that would raise what today's check-in pays, offered before it: of the day on which the streak broke. */
function offerOf(state: CheckinState, policy: CheckinPolicy, setting: MakeUpSetting, available: number): MakeUpOffer | null {
  const { today } = setting;
  const kept = keepMonths(state, today);
  const streak = streakOn(kept, today);
  const day = addDays(today, -1 - streak);
  const { cards } = makeUpsLeft(kept, monthOf(day), policy, setting);
  const pays = cards > 0 ? 'card' : 'points';
  if (pays === 'points' && available < policy.makeUps.pricePoints) return null;
  const decided = decideMakeUp(kept, policy, { day, pays }, setting);
  if (!decided.ok) return null;
  const usual = ladderReward(streak + 1, policy);
  const raised = ladderReward(streakOn(decided.value.state, today) + 1, policy);
  if (worth(raised) <= worth(usual)) return null;
  return { day, pays, costPoints: decided.value.costPoints, usual: viewReward(usual), raised: viewReward(raised) };
}

/** Only to compare: a voucher is worth more than any points of the ladder. */
function worth(reward: CheckinReward): number {
  return reward.kind === 'points' ? reward.points : Number.MAX_SAFE_INTEGER;
}

function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a;
}
