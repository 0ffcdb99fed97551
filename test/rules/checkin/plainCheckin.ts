import type { CheckinPolicy, CheckinReward, MakeUpPays } from '@shared/checkin/types';
import { addDays, monthOf, type Day } from '@shared/kernel/time';

/**
 * Check-in as one would keep it on paper: a list of days, each with how it came there. Slow and plain, to compare the rules with.
 * `voucher` of what was paid says that the ladder's voucher was given.
 */
export class PlainCheckin {
  readonly days = new Map<Day, { readonly pays: 'tap' | MakeUpPays; points: number; voucher: boolean }>();

  constructor(
    private readonly policy: CheckinPolicy,
    private readonly joinedOn: Day,
    private readonly tierCards: number,
  ) {}

  streakUpTo(day: Day): number {
    return this.days.has(day) ? 1 + this.streakUpTo(addDays(day, -1)) : 0;
  }

  checkIn(today: Day): { readonly reward: CheckinReward; readonly milestone: number | null } | string {
    if (this.days.has(today)) return 'checkin.done';
    this.days.set(today, { pays: 'tap', points: 0, voucher: false });
    const reward = this.ladderAt(this.streakUpTo(today));
    return { reward, milestone: this.milestoneOf(today) };
  }

  makeUp(
    today: Day,
    day: Day,
    pays: MakeUpPays,
  ): { readonly topUp: CheckinReward | null; readonly milestone: number | null; readonly costPoints: number } | string {
    const inReach = monthOf(day) === monthOf(today) || day >= addDays(today, -3);
    if (!inReach || day >= today || day < this.joinedOn) return 'checkin.makeUpDay';
    if (this.days.has(day)) return 'checkin.checked';
    const made = [...this.days].filter(([each, how]) => monthOf(each) === monthOf(day) && how.pays !== 'tap');
    if (made.length >= this.policy.makeUps.perMonthMax) return 'checkin.makeUpLimit';
    if (pays === 'card' && made.filter(([, how]) => how.pays === 'card').length >= this.tierCards) return 'checkin.noCard';
    const streakBefore = this.streakUpTo(today);
    this.days.set(day, { pays, points: 5, voucher: false });
    return {
      topUp: this.days.has(today) && this.streakUpTo(today) > streakBefore ? this.owed(today) : null,
      milestone: this.milestoneOf(day),
      costPoints: pays === 'card' ? 0 : this.policy.makeUps.pricePoints,
    };
  }

  /** Writes down what a day's check-in was given. */
  pay(day: Day, reward: CheckinReward, voucherLeft: boolean): void {
    const paid = this.days.get(day);
    if (paid === undefined || reward.kind === 'chance') throw new Error(`${day} was paid without a check-in`);
    if (reward.kind === 'voucher' && voucherLeft) paid.voucher = true;
    else paid.points += reward.points;
  }

  private ladderAt(streak: number): CheckinReward {
    const { ladder, ladderCoupon } = this.policy;
    const points = ladder[(streak - 1) % ladder.length] ?? 0;
    return ladderCoupon !== null && streak % ladder.length === 0
      ? { kind: 'voucher', couponId: ladderCoupon, points }
      : { kind: 'points', points };
  }

  private owed(today: Day): CheckinReward | null {
    const paid = this.days.get(today);
    const due = this.ladderAt(this.streakUpTo(today));
    if (paid === undefined || due.kind === 'chance' || paid.voucher) return null;
    const points = Math.max(due.points - paid.points, 0);
    return due.kind === 'voucher' || points > 0 ? { ...due, points } : null;
  }

  private milestoneOf(day: Day): number | null {
    const count = [...this.days.keys()].filter((each) => monthOf(each) === monthOf(day)).length;
    return this.policy.milestones.find(({ days }) => days === count)?.days ?? null;
  }
}
