import { keep } from '../keep';
import type { Act, Seat } from '../seat';

async function invite({ say, key, arena }: Seat): Promise<void> {
  const made = await say('member', 'family.invite', { key: key() });
  if (made !== null && !arena.seen.familyCodes.includes(made.code)) keep(arena.seen.familyCodes, made.code);
}

/** Something that reads whose account is whose, under way while that changes. */
async function besides({ say, key, pick, between, arena, openid }: Seat): Promise<void> {
  const pickup = pick(arena.seen.pickups.filter((each) => each.openid === openid));
  const acts = [
    () => say('member', 'checkin.perform', { key: key() }),
    () => say('member', 'reward.donate', { key: key(), causeId: 'lamps', points: 10 }),
    () => say('member', 'game.buyChance', { key: key(), count: 1 }),
    () => say('member', 'game.draw', { key: key(), poolId: 'wheel', nonce: `nonce-${between(0, 1_000_000)}` }),
    () => say('member', 'paidCard.buy', { key: key(), planId: 'week', by: 'points' }),
    async () => pickup !== undefined && say('member', 'reward.cancel', { key: key(), redemptionId: pickup.redemptionKey }),
  ];
  await pick(acts)?.();
}

/** Joins by somebody's invitation, which others may take at the same time. */
async function join(seat: Seat): Promise<void> {
  const { say, pick, random, arena } = seat;
  const code = pick(arena.seen.familyCodes.slice(-8));
  if (code === undefined) return;
  if (random() < 0.3) await say('member', 'family.offer', { code });
  await Promise.all([say('member', 'family.join', { code }), random() < 0.6 ? besides(seat) : null]);
}

async function leave(seat: Seat): Promise<void> {
  const view = await seat.say('member', 'family.overview', {});
  if (view?.role === 'member') await Promise.all([seat.say('member', 'family.leave', {}), besides(seat)]);
}

async function remove({ say, pick }: Seat): Promise<void> {
  const view = await say('member', 'family.overview', {});
  const one = pick(view?.members ?? []);
  if (one !== undefined) await say('member', 'family.remove', { memberId: one.memberId });
}

async function proposeBusiness({ say, key, pick, arena }: Seat): Promise<void> {
  const cardNumber = pick([...arena.seen.homes.values()])?.cardNumber;
  if (cardNumber === undefined) return;
  const proposal = await say('console', 'family.proposeBusiness', { key: key(), cardNumber, reason: 'a company' });
  if (proposal !== null) keep(arena.seen.proposals, proposal._id);
}

const shopper = ['shopper'] as const;

/** What is done about accounts that several people share. */
export const familyActs: readonly Act[] = [
  { name: 'invite into the account', parts: shopper, weight: 3, perform: invite },
  { name: 'join an account', parts: shopper, weight: 4, perform: join },
  { name: 'leave an account', parts: shopper, weight: 1.5, perform: leave },
  { name: 'let somebody go', parts: shopper, weight: 0.7, perform: remove },
  { name: 'propose a business account', parts: ['operator'], weight: 1, perform: proposeBusiness },
];
