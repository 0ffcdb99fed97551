import type { CheckinReward, GivenReward } from '@shared/checkin/types';
import { addChances } from '@shared/game/chances';
import type { ChanceEntry } from '@shared/game/types';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Account, EntryNote } from '@shared/ledger/types';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { carry, type Settled } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { issueVoucher, type PreparedIssue } from '../voucher/issue';

/** What a tap may pay for: the day itself, more for today, the month's milestone. Each prepares a voucher of its own. */
export type RewardSlot = 'day' | 'topUp' | 'milestone';

/** Everything that the rewards of one tap are given with. */
export interface RewardSetting {
  readonly member: Member;
  readonly programme: Programme;
  readonly key: string;
  readonly at: number;
  readonly today: Day;
  /** Vouchers made ready; null: there is none to give, points are paid. What is not in it was not looked for yet: few days need it. */
  readonly prepared: ReadonlyMap<RewardSlot, PreparedIssue | null>;
}

/** An account on its way through the rewards of one tap. */
export interface Rewarded {
  readonly account: Account;
  readonly settled: Settled;
  readonly entries: readonly ChanceEntry[];
}

interface RewardWish {
  readonly slot: RewardSlot;
  readonly reward: CheckinReward;
  /** What tells it from every other of this member: a day, a month's milestone. */
  readonly source: string;
  readonly note: EntryNote;
}

/** `prepare`: it gives a voucher, and none is ready; `taken`: the one that was is somebody else's by now. */
export type RewardRetry = 'prepare' | 'taken';

/** Gives one reward in the tap's own transaction; points go through the account's posting. */
export async function giveReward(
  transaction: Transaction,
  before: Rewarded,
  wish: RewardWish,
  setting: RewardSetting,
): Promise<Outcome<Rewarded & { readonly given: GivenReward }, RewardRetry>> {
  const { reward, source } = wish;
  const { member, programme, at, today } = setting;
  if (reward.kind === 'chance') {
    const { memberId } = member;
    const grant = { memberId, source: 'checkin', sourceId: `${memberId}:${source}`, count: reward.count } as const;
    const { account, entries } = addChances(before.account, grant, programme.chances, { today, at });
    const chances = entries.at(-1)?.delta ?? 0;
    return accept({ ...before, account, entries: [...before.entries, ...entries], given: { points: 0, chances, voucherId: null } });
  }
  const voucher = reward.kind === 'voucher' ? await issue(transaction, reward, wish, setting) : accept(null);
  if (!voucher.ok) return voucher;
  if (voucher.value !== null) return accept({ ...before, given: { points: 0, chances: 0, voucherId: voucher.value } });
  const { points } = reward;
  const due = { kind: 'checkin', source: `${member.memberId}:${source}`, day: today, points, note: wish.note } as const;
  const settled = carry(before.settled, credit(before.settled.posting, due), today, programme.tiers);
  return accept({ ...before, settled, given: { points, chances: 0, voucherId: null } });
}

/** The voucher's id; null when there is none to give. */
async function issue(
  transaction: Transaction,
  { couponId }: Extract<CheckinReward, { kind: 'voucher' }>,
  { slot, source }: RewardWish,
  { member, key, at, today, prepared }: RewardSetting,
): Promise<Outcome<string | null, RewardRetry>> {
  if (couponId === null) return accept(null);
  const ready = prepared.get(slot);
  if (ready === undefined) return refuse('prepare', { slot, couponId });
  if (ready === null) return accept(null);
  const { memberId, accountId } = member;
  const issued = await issueVoucher(transaction, ready, { memberId, accountId, source: `checkin:${source}`, key, at, today });
  if (issued.ok) return accept(issued.value._id);
  return issued.refusal.code === 'taken' ? refuse('taken', { slot, couponId }) : accept(null);
}
