import { keep } from '../keep';
import type { Act, Seat } from '../seat';
import { poolRows } from '../shopRows';
import { join } from './join';

const pageVisible = ['few', 'few', 'many', 'tenth', 'tasting'] as const;
const words = ['LAMP', 'LAMP', 'LAMB'] as const;

/** Shows the card; whoever has none yet joins. */
async function look(seat: Seat): Promise<void> {
  if (!seat.arena.seen.homes.has(seat.openid)) return join(seat);
  const home = await seat.say('member', 'member.home', { codeVersionHeld: seat.between(0, 1) });
  if (home?.joined === false) {
    // Left for good: somebody new, as far as the shop knows.
    seat.arena.seen.leaving.delete(seat.openid);
    return join(seat);
  }
  await seat.say('member', 'ledger.statement', {});
}

async function redeem({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const redemptionKey = key();
  const receipt = await say('member', 'reward.redeem', { key: redemptionKey, rewardId: pick(['sticker', 'mug', 'massage']) ?? '' });
  if (receipt === null) return;
  const { pickupCode } = receipt.pickup;
  if (pickupCode.startsWith('7')) {
    keep(arena.seen.tickets, pickupCode);
    keep(arena.seen.bought, { redemptionId: redemptionKey, openid });
  } else keep(arena.seen.pickups, { pickupCode, redemptionKey, openid });
}

async function claim({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const receipt = await say('member', 'voucher.claim', { key: key(), couponId: pick(pageVisible) ?? '' });
  if (receipt !== null) keep(arena.seen.vouchers, { view: receipt.voucher, openid });
}

async function claimByWord({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const receipt = await say('member', 'voucher.claimByWord', { key: key(), word: pick(words) ?? '' });
  if (receipt !== null) keep(arena.seen.vouchers, { view: receipt.voucher, openid });
}

async function offerGift({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const mine = pick(arena.seen.vouchers.filter((each) => each.openid === openid && each.view.terms.giftable));
  if (mine === undefined) return;
  const receipt = await say('member', 'voucher.offerGift', { key: key(), voucherId: mine.view.voucherId });
  if (receipt !== null) keep(arena.seen.gifts, receipt.token);
}

async function withdrawGift({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const mine = pick(arena.seen.vouchers.filter((each) => each.openid === openid && each.view.terms.giftable));
  if (mine !== undefined) await say('member', 'voucher.withdrawGift', { key: key(), voucherId: mine.view.voucherId });
}

async function acceptGift({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const token = pick(arena.seen.gifts);
  if (token === undefined) return;
  const receipt = await say('member', 'voucher.acceptGift', { key: key(), token });
  if (receipt !== null) keep(arena.seen.vouchers, { view: receipt.voucher, openid });
}

async function scanPoster({ say, key, pick, arena }: Seat): Promise<void> {
  const code = pick(arena.seen.storeCodes);
  if (code !== undefined) await say('member', 'member.scanStoreCode', { key: key(), code });
}

async function draw({ say, key, between, pick }: Seat): Promise<void> {
  const poolId = pick(poolRows)?.id ?? 'wheel';
  await say('member', 'game.draw', { key: key(), poolId, nonce: `nonce-${between(0, 1_000_000)}` });
}

const shopper = ['shopper'] as const;

/** What members do on their phones. */
export const shopperActs: readonly Act[] = [
  { name: 'look at the card', parts: shopper, weight: 8, perform: look },
  { name: 'check in', parts: shopper, weight: 6, perform: ({ say, key }) => say('member', 'checkin.perform', { key: key() }) },
  { name: 'redeem', parts: shopper, weight: 6, perform: redeem },
  {
    name: 'donate',
    parts: shopper,
    weight: 3,
    perform: ({ say, key, pick }) => say('member', 'reward.donate', { key: key(), causeId: 'lamps', points: pick([10, 50]) ?? 10 }),
  },
  { name: 'claim', parts: shopper, weight: 9, perform: claim },
  { name: 'claim by word', parts: shopper, weight: 2, perform: claimByWord },
  { name: 'offer a gift', parts: shopper, weight: 5, perform: offerGift },
  { name: 'withdraw a gift', parts: shopper, weight: 2, perform: withdrawGift },
  { name: 'accept a gift', parts: shopper, weight: 4, perform: acceptGift },
  { name: 'scan a poster', parts: shopper, weight: 3, perform: scanPoster },
  {
    name: 'buy a chance',
    parts: shopper,
    weight: 4,
    perform: ({ say, key, between }) => say('member', 'game.buyChance', { key: key(), count: between(1, 2) }),
  },
  { name: 'draw', parts: shopper, weight: 8, perform: draw },
  { name: 'renew the code', parts: shopper, weight: 0.3, perform: renewCode },
];

async function renewCode({ say, key, arena, openid }: Seat): Promise<void> {
  const code = await say('member', 'member.renewCode', { key: key() });
  const home = arena.seen.homes.get(openid);
  if (code !== null && home !== undefined) arena.seen.homes.set(openid, { ...home, code });
}
