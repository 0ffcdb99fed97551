import { randomUUID } from 'node:crypto';
import type { RedeemReceipt } from '@shared/reward/contract';
import type { Shop } from './openShop';

/** Redeems a small tin of tea for the demo's member, without a page; gives the pick-up's 16 digits. */
export async function redeemTeaSample(shop: Shop): Promise<string> {
  const phone = await shop.signIn('xiaoman');
  const event = { method: 'reward.redeem', input: { key: randomUUID(), rewardId: 'tea-sample' }, device: 'views' };
  const { value } = (await phone.call('member', event)) as { value: RedeemReceipt };
  return value.pickup.pickupCode;
}
