import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import { addDays, dayOf } from '@shared/kernel/time';
import type { SessionList, SessionView } from '@shared/voucher/booking/contract';
import type { ClaimReceipt } from '@shared/voucher/contract';
import { callAs } from './callAs';
import { ownShopper, type Shopper } from './dayPlan';
import { demoPeople } from './people';
import shop from './shop.json';

const couponId = 'tea-class';
const programmeOffsetMinutes = 480;
/** So many come to West Lake tomorrow, over the day's classes; two more fill an evening. */
const comingTomorrow = 6;
const fillingAnEvening = 2;

/** A class that its holder booked and the shop calls off: days from the last one of the past, and which of the day. */
const calledOff = { person: 'ping', inDays: 5, nth: 2 } as const;

/**
 * On the last day of the past some members book a class: tomorrow's, an evening that is full then; the demo's own shopper one of two. One
 * class is called off, and the night's jobs free whoever booked it.
 */
export async function bookClasses(cloud: LocalCloud, shoppers: readonly Shopper[]): Promise<void> {
  const today = dayOf(cloud.clock.nowMs(), programmeOffsetMinutes);
  const others = shoppers.filter((shopper) => shopper !== ownShopper).slice(0, comingTomorrow + fillingAnEvening);
  for (const [index, { openid }] of others.entries()) {
    const evening = index >= comingTomorrow;
    await bookOne(cloud, openid, addDays(today, evening ? 3 : 1), evening ? 2 : index % 3);
  }
  await bookOne(cloud, ownShopper.openid, addDays(today, 4), 1);
  const openid = demoPeople.find(({ id }) => id === calledOff.person)?.openid ?? '';
  const { sessionId } = await bookOne(cloud, openid, addDays(today, calledOff.inDays), calledOff.nth);
  await callOff(cloud, sessionId);
  await claim(cloud, ownShopper.openid, 'second');
}

/** Books the nth class of a day at West Lake. */
async function bookOne(cloud: LocalCloud, openid: string, day: string, nth: number): Promise<SessionView> {
  const call = callAs(cloud, 'member', openid);
  const { voucherId } = (await claim(cloud, openid, 'first')).voucher;
  const list = valueOf(await call('booking.sessions', { voucherId })) as SessionList;
  const session = list.sessions.filter((each) => each.day === day && each.shopId === 'westlake')[nth];
  if (session === undefined) throw new Error(`The demo has no class ${nth} on ${day}`);
  valueOf(await call('booking.book', { key: `demo-book-${openid}`, voucherId, sessionId: session.sessionId }));
  return session;
}

/** The operator's file says that a class does not take place: its date with no places. */
async function callOff(cloud: LocalCloud, sessionId: string): Promise<void> {
  const [, shopId = '', start = ''] = sessionId.split(':');
  const [day = '', clock = ''] = start.split('T');
  const row = shop.coupons.find(({ id }) => id === couponId);
  if (row?.sessions === undefined) throw new Error('The demo shop has no class');
  const slot = { shop: shopId, day, start: `${clock.slice(0, 2)}:${clock.slice(2)}`, minutes: 40, places: 0 };
  const rows = [{ ...row, sessions: { ...row.sessions, slots: [...row.sessions.slots, slot] } }];
  const operator = callAs(cloud, 'console', demoPeople.find(({ id }) => id === 'operator')?.openid ?? '');
  valueOf(await operator('store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 }));
}

async function claim(cloud: LocalCloud, openid: string, which: string): Promise<ClaimReceipt> {
  return valueOf(await callAs(cloud, 'member', openid)('voucher.claim', { key: `demo-${which}-${openid}`, couponId })) as ClaimReceipt;
}

function valueOf(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`The demo's booking was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
