import type { LocalCloud } from '@localcloud/index';
import type { Proposal } from '@shared/audit/proposal';
import type { Home } from '@shared/member/contract';
import type { PaidCardOverview } from '@shared/tier/paidCardContract';
import { askAs } from './askAs';
import type { DemoAct } from './dayPlan';

/** Somebody of the staff with a card of their own, by the days of the past on which they do things. */
interface Buyer {
  readonly openid: string;
  readonly nickname: string;
  readonly planId: string;
  readonly buys: number;
  /** On which day it was not what they wanted after all. */
  readonly refunded?: number;
}

const operators = { proposes: 'demo-operator', decides: 'demo-operator-2' };
const buyers: readonly Buyer[] = [
  { openid: 'demo-staff-lin', nickname: '林姐', planId: 'month', buys: 2 },
  { openid: 'demo-staff-qing', nickname: '阿青', planId: 'year', buys: 36, refunded: 40 },
];

/** What two of the staff do with paid cards of their own: a month that has ended, and a year of which two operators gave the rest back. */
export async function endCard(cloud: LocalCloud, day: number, perform: (openid: string, act: DemoAct) => Promise<void>): Promise<void> {
  for (const { openid, nickname, planId, buys, refunded } of buyers) {
    if (buys === day) {
      const input = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false, nickname };
      await askAs(cloud, 'member', openid)('member.join', input);
      await perform(openid, { kind: 'plan', key: `demo-ended-${planId}`, planId, by: 'money' });
    }
    if (refunded === day) await refundLatest(cloud, openid);
  }
}

async function refundLatest(cloud: LocalCloud, openid: string): Promise<void> {
  const ask = askAs(cloud, 'member', openid);
  const { cardNumber } = (await ask('member.home', { codeVersionHeld: 0 })) as Home;
  const { orders } = (await ask('paidCard.overview', {})) as PaidCardOverview;
  const wish = { key: 'demo-ended-refund', cardNumber, orderId: orders[0]?.orderId ?? '', reason: '买错了，想要月卡' };
  const { _id } = (await askAs(cloud, 'console', operators.proposes)('paidCard.proposeRefund', wish)) as Proposal;
  const verdict = { key: 'demo-ended-decide', proposalId: _id, approve: true, note: '' };
  await askAs(cloud, 'console', operators.decides)('audit.decide', verdict);
}
