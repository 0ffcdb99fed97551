import { randomNumber16 } from '@shared/kernel/id';
import { accept, refuse, type Outcome, type Refusal } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { redeem as redeemPoints } from '@shared/ledger/redeem';
import type { Entry } from '@shared/ledger/types';
import type { Member } from '@shared/member/types';
import type { RedeemReceipt } from '@shared/reward/contract';
import { openPack } from '@shared/reward/pack';
import type { Reward, Unit } from '@shared/reward/types';
import { viewPickup } from '@shared/reward/view';
import { carry, interact, settleAccount } from '@shared/tier/settleAccount';
import type { Tier } from '@shared/tier/types';
import { find, type FindOptions } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf, earlierSpending } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadMall, offeredAs, type Mall } from './loadMall';

/** Rounds of looking for a free unit before the caller is told to come back. */
const roundsMax = 6;

interface Wish {
  readonly key: string;
  readonly rewardId: string;
}

type RedeemRefusal = 'member.unknown' | 'reward.unknown' | 'reward.gone' | 'reward.cancelled' | 'points.short' | 'key.reused';
/** `taken`: somebody else got that unit in the meantime; look for another. */
type Try = Outcome<RedeemReceipt, RedeemRefusal | 'busy.tryAgain' | 'taken'>;

interface Setting {
  readonly caller: Caller;
  readonly wish: Wish;
  readonly member: Member;
  /** Undefined: no such reward is offered; a repeat may name one that was. */
  readonly reward: Reward | undefined;
  readonly mall: Mall;
  readonly today: string;
  readonly tiers: readonly Tier[];
}

/**
 * Trades points for one unit, in one transaction. Units are numbered documents, so two takers can never hold one; "gone" is said
 * only when no committed unit is free. The key names the redemption: the same again gives the same pick-up.
 */
export async function redeem(caller: Caller, wish: Wish): Promise<Outcome<RedeemReceipt, RedeemRefusal | 'busy.tryAgain'>> {
  const [member, mall, programme] = await Promise.all([findMember(caller), loadMall(caller.now), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const reward = mall.rewards.find((each) => each._id === wish.rewardId && each.active);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const setting: Setting = { caller, wish, member: member.value, reward, mall, today, tiers: programme.tiers };
  for (let round = 1; round <= roundsMax; round += 1) {
    const outcome = await tryOnce(setting);
    if (outcome.ok || !isTaken(outcome.refusal)) return outcome as Outcome<RedeemReceipt, RedeemRefusal | 'busy.tryAgain'>;
  }
  return refuse('busy.tryAgain');
}

function isTaken(refusal: Refusal): boolean {
  return refusal.code === 'taken';
}

async function tryOnce(setting: Setting): Promise<Try> {
  const { caller, reward } = setting;
  const unitId = reward === undefined ? null : await findFree(caller, reward);
  const pickupCode = randomNumber16(caller.random, reward?.kind === 'pack' ? '7' : '8');
  return transact((transaction) => take(transaction, setting, unitId, pickupCode));
}

/**
 * A unit that nobody has taken as far as is committed: the first from a random number on, else the first of all, so that takers
 * spread over the stock and seldom meet. Null when every unit is committed as taken.
 */
async function findFree(caller: Caller, reward: Reward): Promise<string | null> {
  const isFree = { rewardId: reward._id, state: 'free' };
  const firstByNumber: FindOptions = { limit: 1, order: [['n', 'asc']] };
  const [high = 0, low = 0] = caller.random(2);
  const start = 1 + Math.floor(((high * 256 + low) / 65_536) * reward.stock);
  const [after] = await find('units', { ...isFree, n: { op: 'gte', value: start } }, firstByNumber);
  if (after !== undefined) return after._id;
  const [first] = await find('units', isFree, firstByNumber);
  return first?._id ?? null;
}

async function take(
  transaction: Transaction,
  setting: Setting,
  unitId: string | null,
  pickupCode: string,
): Promise<Outcome<RedeemReceipt, RedeemRefusal | 'taken'>> {
  const { caller, wish, member, reward, mall, today, tiers } = setting;
  const account = await accountOf(transaction, member);
  const entry = await earlierSpending(transaction, account, member.memberId, wish.key);
  const settled = settleAccount(account, today, tiers);
  if (entry !== null) return repeat(transaction, entry, setting, settled.posting.balance.available);
  if (reward === undefined) return refuse('reward.unknown');
  const paid = redeemPoints(settled.posting, {
    source: wish.key,
    day: today,
    points: reward.points,
    note: { rewardId: reward._id, rewardZh: reward.name.zh, rewardEn: reward.name.en, unitId: unitId ?? '' },
  });
  if (!paid.ok) return paid;
  if (unitId === null) return refuse('reward.gone');
  const unit = await transaction.get('units', unitId);
  if (unit?.state !== 'free') return refuse('taken');
  const taken = takenUnit(setting, reward, unit, { accountId: account._id, pickupCode });
  await transaction.put('units', taken);
  if (reward.pack !== null) {
    const holder = { memberId: member.memberId, accountId: account._id, code: pickupCode, redemptionId: wish.key, at: caller.now, today };
    await transaction.add('packs', [openPack(taken._id, reward, holder)]);
  }
  const next = await post(transaction, account, interact(carry(settled, paid.value, today, tiers), 'open', today, tiers), caller.now);
  return accept({ pickup: viewPickup(taken, reward, mall.shops), available: next.available });
}

/** The unit as its taker's: goods stand in their list of pick-ups, a pack in the wallet. */
function takenUnit(
  { caller, wish, member }: Setting,
  reward: Reward,
  unit: Unit,
  { accountId, pickupCode }: { readonly accountId: string; readonly pickupCode: string },
): Unit {
  const { memberId } = member;
  const { _id, rewardId, n } = unit;
  const redemption = { id: wish.key, accountId, memberId, points: reward.points, at: caller.now };
  const listed = reward.kind === 'pack' ? {} : { memberId, redeemedAt: caller.now, untoldAt: caller.now };
  return { _id, rewardId, n, state: 'redeemed', pickupCode, redemption, ...listed };
}

async function repeat(
  transaction: Transaction,
  entry: Entry,
  { wish, mall }: Setting,
  available: number,
): Promise<Outcome<RedeemReceipt, 'key.reused' | 'reward.cancelled'>> {
  if (entry.note['rewardId'] !== wish.rewardId) return refuse('key.reused');
  const unit = await transaction.get('units', String(entry.note['unitId']));
  if (unit === null) throw new Error(`Redemption ${entry._id} names a unit that does not exist`);
  // Cancelled since: the unit is free, or already somebody else's.
  if (unit.redemption?.id !== wish.key || unit.redemption.accountId !== entry.accountId) return refuse('reward.cancelled');
  return accept({ pickup: viewPickup(unit, offeredAs(unit, mall), mall.shops), available });
}
