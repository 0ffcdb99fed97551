import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import { dayMs, dayOf } from '@shared/kernel/time';
import { codeDigits, codeText, codeWindow } from '@shared/member/code';
import type { Home } from '@shared/member/contract';
import type { PlanBuying } from '@shared/tier/paidCardContract';
import type { VisitView } from '@shared/purchase/contract';
import { bookClasses } from './bookClasses';
import { callAs } from './callAs';
import { endCard } from './endCard';
import { openFair } from './fair';
import { inviteFriends } from './friends';
import { inviteToHousehold, liveHousehold } from './household';
import { enterNews } from './news';
import { playGames } from './playGames';
import { chooseAvatars } from './chooseAvatars';
import { dayPlan, ownShopper, type DemoAct, type Shopper } from './dayPlan';

interface Past {
  readonly days: number;
  readonly members: number;
  /** A number in [0, 1) at each call. */
  readonly random: () => number;
}

/** Acts done at once: more only makes the queue longer. */
const atOnce = 8;
const programmeOffsetMinutes = 480;
const reportEveryDays = 9;
/** More than one tick, as a night has many: what one job leaves for another is done too. */
const ticksANight = 2;
const nightMs = 20 * 60_000;

/** Lives the demo members' past: each day some join, check in, buy and redeem, then the clock moves on and the timer ticks. */
export async function livePast(cloud: LocalCloud, past: Past, report: (line: string) => void): Promise<void> {
  const shoppers: Shopper[] = [];
  for (let day = 0; day < past.days; day += 1) {
    await openFair(cloud, day, past.days - day);
    const plan = dayPlan(day, past, shoppers);
    await inTurns(plan.joining, (shopper) => join(cloud, shopper));
    shoppers.push(...plan.joining);
    await inTurns(plan.acting, async ({ shopper, acts }) => {
      for (const act of acts) await perform(cloud, shopper.openid, act);
    });
    for (const live of [inviteFriends, liveHousehold, endCard]) await live(cloud, day, (openid, act) => perform(cloud, openid, act));
    await enterNews(cloud, day);
    if (day === past.days - 1) await bookClasses(cloud, shoppers);
    cloud.clock.advanceMs(dayMs - ticksANight * nightMs);
    for (let tick = 0; tick < ticksANight; tick += 1) {
      cloud.clock.advanceMs(nightMs);
      await cloud.runTimer('jobs', 'tick');
    }
    if ((day + 1) % reportEveryDays === 0) report(`day ${day + 1} of ${past.days}, ${shoppers.length} members`);
  }
  await inviteToHousehold(cloud, past.days);
  cloud.clock.advanceMs(-nightMs);
  await playGames(cloud, shoppers, nightMs);
  await chooseAvatars(cloud);
  // The demo's own shopper has seen what came: nothing pops up on the first screen.
  expectOk(await callAs(cloud, 'member', ownShopper.openid)('message.read', {}));
}

async function join(cloud: LocalCloud, shopper: Shopper): Promise<void> {
  const call = callAs(cloud, 'member', shopper.openid);
  const input = {
    consentVersion: '2026-11',
    consented: true,
    ageConfirmed: true,
    marketing: shopper.marketing,
    nickname: shopper.nickname,
    ...(shopper.group === undefined ? {} : { source: { group: shopper.group } }),
    ...(shopper.birthday === undefined ? {} : { birthday: shopper.birthday }),
  };
  expectOk(await call('member.join', input));
}

async function perform(cloud: LocalCloud, openid: string, act: DemoAct): Promise<void> {
  const asMember = callAs(cloud, 'member', openid);
  switch (act.kind) {
    case 'checkin':
      expectOk(await asMember('checkin.perform', { key: act.key }));
      return;
    case 'makeUp':
      await makeUpYesterday(cloud, openid, act.key);
      return;
    case 'donate':
      // Too few points is a plausible past too.
      await asMember('reward.donate', { key: act.key, causeId: act.causeId, points: act.points });
      return;
    case 'draw':
      // No chance left, too few points or a draw that is over by now is a plausible past too.
      await asMember('game.buyChance', { key: act.key, count: 1 });
      await asMember('game.draw', { key: act.key, poolId: act.poolId, nonce: `nonce-${act.key}` });
      return;
    case 'plan': {
      const reply = await asMember('paidCard.buy', { key: act.key, planId: act.planId, by: act.by });
      // Not joined yet on that day is a plausible past too.
      if (!reply.ok) return;
      const { order } = reply.value as PlanBuying;
      if (order.state === 'pending') await cloud.wechat.pay(order.orderId);
      return;
    }
    case 'claim':
      // One's own limit, or nothing left, is a plausible past too.
      await asMember('voucher.claim', { key: act.key, couponId: act.couponId });
      return;
    case 'redeem':
      // Too few points or nothing left is a plausible past too.
      await asMember('reward.redeem', { key: act.key, rewardId: act.rewardId });
      return;
    case 'purchase': {
      const home = expectOk(await asMember('member.home', { codeVersionHeld: 0 })) as Home;
      const digits = codeDigits(home.code?.secretHex ?? '', codeWindow(cloud.clock.nowMs()));
      const asStaff = callAs(cloud, 'staff', act.staffOpenid);
      const visit = expectOk(await asStaff('visit.open', { code: codeText(home.cardNumber, digits), by: 'scan' })) as VisitView;
      const { key, orderNo, lines } = act;
      expectOk(await asStaff('purchase.confirm', { key, visitId: visit.visitId, orderNo, lines }));
    }
  }
}

/** With a card of the tier, else for points; no need, or neither, is a plausible past too. */
async function makeUpYesterday(cloud: LocalCloud, openid: string, key: string): Promise<void> {
  const day = dayOf(cloud.clock.nowMs() - dayMs, programmeOffsetMinutes);
  const call = callAs(cloud, 'member', openid);
  const byCard = await call('checkin.makeUp', { key, day, pays: 'card' });
  if (!byCard.ok && byCard.refusal.code === 'checkin.noCard') await call('checkin.makeUp', { key, day, pays: 'points' });
}

function expectOk(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`The demo's past was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
