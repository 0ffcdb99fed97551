import type { LocalCloud } from '@localcloud/index';
import { codeDigits, codeText, codeWindow } from '@shared/member/code';
import type { Home } from '@shared/member/contract';
import type { FamilyInviteView } from '@shared/member/familyContract';
import type { VisitView } from '@shared/purchase/contract';
import type { QuoteView } from '@shared/purchase/quote';
import { askAs } from './askAs';
import type { DemoAct } from './dayPlan';

const till = 'demo-staff-qing';

/** One of two who share an account, by the days of the made-up past on which they do things. */
interface Housemate {
  readonly openid: string;
  readonly nickname: string;
  readonly joins: number;
  readonly checksInEveryDays: number;
  /** What they pay before any price of theirs, in fen, by day. */
  readonly buys: Readonly<Record<number, number>>;
}

/** Holds the account; their month card ends in two days. */
const ping: Housemate = {
  openid: 'demo-ping',
  nickname: '阿萍',
  joins: 3,
  checksInEveryDays: 2,
  buys: { 4: 8_800, 9: 12_600, 18: 15_800, 22: 9_900, 28: 23_600, 33: 6_800, 38: 17_200, 43: 11_900 },
};
const shu: Housemate = {
  openid: 'demo-shu',
  nickname: '大树',
  joins: 6,
  checksInEveryDays: 3,
  buys: { 7: 5_600, 11: 9_200, 19: 13_800, 26: 7_400, 31: 21_500, 36: 4_800, 41: 16_300 },
};
/** The second one's way into the account, and what they took from it. */
const shares = { on: 14, redeems: 35, rewardId: 'tea-sample' };
const takesMonthCard = 17;

/** What the two do on a day: each for themselves at first, then into one account. */
export async function liveHousehold(
  cloud: LocalCloud,
  day: number,
  perform: (openid: string, act: DemoAct) => Promise<void>,
): Promise<void> {
  for (const mate of [ping, shu]) {
    if (mate.joins === day) await join(cloud, mate);
    const key = `demo-household-${mate.openid}-${day}`;
    if (day >= mate.joins && day % mate.checksInEveryDays === 0) await perform(mate.openid, { kind: 'checkin', key });
    const amountFen = mate.buys[day];
    if (amountFen !== undefined) await buy(cloud, mate.openid, { key, orderNo: `H${day}-${mate.openid}` }, amountFen);
  }
  if (day === shares.on) await askAs(cloud, 'member', shu.openid)('family.join', { code: await inviteToHousehold(cloud, day) });
  if (day === takesMonthCard) {
    await perform(ping.openid, { kind: 'plan', key: 'demo-household-month', planId: 'month', by: 'money' });
  }
  if (day === shares.redeems) {
    await askAs(cloud, 'member', shu.openid)('reward.redeem', { key: 'demo-household-redeems', rewardId: shares.rewardId });
  }
}

/** The holder's invitation for one more, which stands for two days; gives its code. */
export async function inviteToHousehold(cloud: LocalCloud, day: number): Promise<string> {
  const invite = await askAs(cloud, 'member', ping.openid)('family.invite', { key: `demo-household-invites-${day}` });
  return (invite as FamilyInviteView).code;
}

async function join(cloud: LocalCloud, { openid, nickname }: Housemate): Promise<void> {
  const input = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false, nickname };
  await askAs(cloud, 'member', openid)('member.join', input);
}

/** By a quote, so that the month card gives its price. */
async function buy(
  cloud: LocalCloud,
  openid: string,
  names: { readonly key: string; readonly orderNo: string },
  amountFen: number,
): Promise<void> {
  const { key, orderNo } = names;
  const home = (await askAs(cloud, 'member', openid)('member.home', { codeVersionHeld: 0 })) as Home;
  const digits = codeDigits(home.code?.secretHex ?? '', codeWindow(cloud.clock.nowMs()));
  const ask = askAs(cloud, 'staff', till);
  const { visitId } = (await ask('visit.open', { code: codeText(home.cardNumber, digits), by: 'scan' })) as VisitView;
  const lines = [{ categoryId: 'home', amountFen }];
  const { quoteId } = (await ask('purchase.quote', { key, visitId, lines, usePoints: 0, voucherIds: 'best' })) as QuoteView;
  await ask('purchase.confirmQuote', { key, quoteId, orderNo });
}
