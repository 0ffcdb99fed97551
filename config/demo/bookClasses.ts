import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import { addDays, dayOf } from '@shared/kernel/time';
import type { SessionList } from '@shared/voucher/booking/contract';
import type { ClaimReceipt } from '@shared/voucher/contract';
import { callAs } from './callAs';
import { ownShopper, type Shopper } from './dayPlan';

const couponId = 'tea-class';
const programmeOffsetMinutes = 480;
/** So many come to West Lake tomorrow, over the day's classes; two more fill an evening. */
const comingTomorrow = 6;
const fillingAnEvening = 2;

/** On the last day of the past some members book a class: tomorrow's, an evening that is full then; the demo's own shopper one of two. */
export async function bookClasses(cloud: LocalCloud, shoppers: readonly Shopper[]): Promise<void> {
  const today = dayOf(cloud.clock.nowMs(), programmeOffsetMinutes);
  const others = shoppers.filter((shopper) => shopper !== ownShopper).slice(0, comingTomorrow + fillingAnEvening);
  for (const [index, { openid }] of others.entries()) {
    const evening = index >= comingTomorrow;
    await bookOne(cloud, openid, addDays(today, evening ? 3 : 1), evening ? 2 : index % 3);
  }
  await bookOne(cloud, ownShopper.openid, addDays(today, 4), 1);
  await claim(cloud, ownShopper.openid, 'second');
}

/** Books the nth class of a day at West Lake. */
async function bookOne(cloud: LocalCloud, openid: string, day: string, nth: number): Promise<void> {
  const call = callAs(cloud, 'member', openid);
  const { voucherId } = (await claim(cloud, openid, 'first')).voucher;
  const list = valueOf(await call('booking.sessions', { voucherId })) as SessionList;
  const session = list.sessions.filter((each) => each.day === day && each.shopId === 'westlake')[nth];
  if (session === undefined) throw new Error(`The demo has no class ${nth} on ${day}`);
  valueOf(await call('booking.book', { key: `demo-book-${openid}`, voucherId, sessionId: session.sessionId }));
}

async function claim(cloud: LocalCloud, openid: string, which: string): Promise<ClaimReceipt> {
  return valueOf(await callAs(cloud, 'member', openid)('voucher.claim', { key: `demo-${which}-${openid}`, couponId })) as ClaimReceipt;
}

function valueOf(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`The demo's booking was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
