import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import type { ReferralPolicy } from '@shared/referral/policy';
import { defaultReferralPolicy } from '@shared/referral/policy';
import type { Inviter, Referral } from '@shared/referral/types';
import type { FriendView } from '@shared/referral/view';
import { openShop, type Answer, type TestShop } from '../openShop';

/** A shop where people invite each other. */
export interface Party {
  readonly shop: TestShop;
  /** A member's invitation. */
  readonly invitationOf: (openid: string) => Promise<string>;
  readonly open: (openid: string, invitation: string) => Promise<Answer<unknown>>;
  readonly friendsOf: (openid: string) => Promise<readonly FriendView[]>;
  /** Opens the invitation and joins. */
  readonly come: (openid: string, invitation: string, device?: string) => Promise<Home>;
  /** Buys at the till; gives the purchase's id. */
  readonly buy: (openid: string, amountFen?: number) => Promise<string>;
  readonly refundAll: (purchaseId: string, amountFen?: number) => Promise<void>;
  /** Runs the job; gives its figures. */
  readonly run: () => Promise<Record<string, number | boolean>>;
  /** Lets the return period pass, with the nights' jobs. */
  readonly passReturnPeriod: () => Promise<void>;
  readonly set: (policy: Partial<ReferralPolicy>) => Promise<void>;
  readonly available: (openid: string) => Promise<number>;
  readonly referrals: () => Promise<readonly Referral[]>;
  readonly inviters: () => Promise<readonly Inviter[]>;
}

/** Opens the shop with a job that need not pace itself. */
export async function openParty(workers = 3): Promise<Party> {
  const shop = await openShop(workers);
  let orders = 0;
  const apply = (row: object) =>
    shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows: [row], dryRun: false, firstRow: 0 });
  await apply({ jobOperationsPerSecond: 10_000 });
  shop.cloud.clock.advanceMs(60_000);
  const mine = (openid: string) => shop.must(openid, 'member', 'referral.mine', {});
  const home = (openid: string) => shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 });
  const party: Party = {
    shop,
    invitationOf: async (openid) => (await mine(openid)).invitationId,
    open: (openid, invitation) => shop.call(openid, 'member', 'referral.open', { invitation, way: 'poster' }),
    friendsOf: async (openid) => (await mine(openid)).friends,
    async come(openid, invitation, device = `device-${openid}`) {
      await shop.must(openid, 'member', 'referral.open', { invitation, way: 'card' }, device);
      return shop.must(
        openid,
        'member',
        'member.join',
        { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false },
        device,
      );
    },
    async buy(openid, amountFen = 10_000) {
      orders += 1;
      const card = (await home(openid)) as Home;
      const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(card), by: 'scan' });
      const lines = [{ categoryId: 'general', amountFen }];
      const bought = { key: `buy-${openid}-${orders}`, visitId, orderNo: `P${orders}`, lines };
      return (await shop.must('clerk-west', 'staff', 'purchase.confirm', bought)).purchaseId;
    },
    async refundAll(purchaseId) {
      const key = `refund-${orders}-${purchaseId.slice(-4).replace(/\W/g, '-')}`;
      await shop.must('clerk-west', 'staff', 'purchase.refund', { key, purchaseId, after: 0, lines: [{ line: 0, units: 1 }] });
    },
    run: async () => ((await shop.cloud.runTimer('jobs', 'referral')) as { value: Record<string, number | boolean> }).value,
    async passReturnPeriod() {
      await party.run();
      shop.cloud.clock.advanceMs(7 * dayMs);
      await shop.sweep();
      await party.run();
    },
    async set(policy) {
      await apply({ referral: { ...defaultReferralPolicy, ...policy } });
      shop.cloud.clock.advanceMs(60_000);
    },
    async available(openid) {
      const seen = await home(openid);
      return seen.joined ? seen.points.available : 0;
    },
    referrals: async () => (await shop.cloud.data.find('referrals', {})) as unknown as readonly Referral[],
    inviters: async () => (await shop.cloud.data.find('inviters', {})) as unknown as readonly Inviter[],
  };
  return party;
}
