import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import type { InvitationView, ReviewRow } from '@shared/referral/contract';
import { callAs } from './callAs';
import { ownShopper, type DemoAct } from './dayPlan';

const clerk = 'demo-staff-qing';
const operator = 'demo-operator';

/** A friend of the demo's own shopper: the days of the made-up past on which they do things. */
interface Friend {
  readonly id: string;
  readonly nickname: string;
  readonly opens: number;
  readonly joins?: number;
  readonly buys?: number;
  readonly refunds?: number;
  /** On which phone they join; their own when left out. */
  readonly device?: string;
}

/** One at every step: rewarded, waiting, bought, refunded, looked at, refused, opened. */
const friends: readonly Friend[] = [
  { id: '01', nickname: '阿桃', opens: 24, joins: 24, buys: 26 },
  { id: '02', nickname: '小林', opens: 26, joins: 27, buys: 27 },
  { id: '03', nickname: '豆豆', opens: 30, joins: 30, buys: 31 },
  { id: '04', nickname: '青柠', opens: 31, joins: 32, buys: 33, refunds: 42 },
  { id: '05', nickname: '圆圆', opens: 38, joins: 38, buys: 40 },
  { id: '06', nickname: '石头', opens: 39, joins: 39, device: `phone-${ownShopper.openid}` },
  { id: '07', nickname: '阿木', opens: 40, joins: 40, device: `phone-${ownShopper.openid}` },
  { id: '08', nickname: '知夏', opens: 42, joins: 42 },
  { id: '09', nickname: '云朵', opens: 43 },
];
/** A member who opened it too, though it is for new friends. */
const memberWhoOpens = { openid: 'demo-shopper-010', day: 36 };
/** The friend whom an operator refuses, and when. */
const refusal = { id: '07', day: 41 };

/** What the friends of the demo's own shopper do on a day. */
export async function inviteFriends(
  cloud: LocalCloud,
  day: number,
  perform: (openid: string, act: DemoAct) => Promise<void>,
): Promise<void> {
  const busy = friends.filter((friend) => [friend.opens, friend.joins, friend.buys, friend.refunds].includes(day));
  const others = [memberWhoOpens.day, refusal.day].includes(day);
  if (busy.length === 0 && !others) return;
  const { invitationId, friends: views } = must(await callAs(cloud, 'member', ownShopper.openid)('referral.mine', {})) as InvitationView;
  const open = async (openid: string): Promise<unknown> =>
    must(await callAs(cloud, 'member', openid)('referral.open', { invitation: invitationId, way: 'card' }));
  for (const friend of busy) {
    const openid = `demo-friend-${friend.id}`;
    if (friend.opens === day) await open(openid);
    if (friend.joins === day) await join(cloud, openid, friend);
    if (friend.buys === day) await perform(openid, purchaseOf(friend));
    if (friend.refunds === day) await refund(cloud, friend);
  }
  if (memberWhoOpens.day === day) await open(memberWhoOpens.openid);
  if (refusal.day === day) await refuse(cloud, views.find(({ name }) => name === `${nicknameOf(refusal.id).charAt(0)}*`)?.id ?? '');
}

function nicknameOf(id: string): string {
  return friends.find((friend) => friend.id === id)?.nickname ?? '';
}

async function join(cloud: LocalCloud, openid: string, { nickname, device }: Friend): Promise<void> {
  const input = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false, nickname };
  must(await callAs(cloud, 'member', openid, device)('member.join', input));
}

function purchaseOf({ id }: Friend): DemoAct {
  const lines = [{ categoryId: 'tea', amountFen: 12_800 }];
  return { kind: 'purchase', key: `demo-friend-buys-${id}`, orderNo: `F-${id}`, staffOpenid: clerk, lines };
}

async function refund(cloud: LocalCloud, { id }: Friend): Promise<void> {
  const [purchase] = await cloud.data.find('purchases', { orderNo: `F-${id}` }, { limit: 1 });
  const input = { key: `demo-friend-refund-${id}`, purchaseId: String(purchase?.['_id']), after: 0, lines: [{ line: 0, units: 1 }] };
  must(await callAs(cloud, 'staff', clerk)('purchase.refund', input));
}

async function refuse(cloud: LocalCloud, friend: string): Promise<void> {
  const call = callAs(cloud, 'console', operator);
  const { rows } = must(await call('referral.queue', {})) as { readonly rows: readonly ReviewRow[] };
  const waiting = rows.find((row) => row.friend === friend) ?? rows.at(-1);
  must(await call('referral.review', { friend: waiting?.friend ?? '', approve: false, reason: '同一部手机开卡' }));
}

function must(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`The demo's friends were refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
