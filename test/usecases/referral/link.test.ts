import { dayMs } from '@shared/kernel/time';
import { openParty, type Party } from './openParty';

let party: Party;
beforeAll(async () => {
  party = await openParty(2);
  await party.shop.join('ann');
});
afterAll(() => party.shop.close());

const link = () => party.shop.call('ann', 'member', 'referral.link', {});
const must = () => party.shop.must('ann', 'member', 'referral.link', {});
const opens = (url: string) => party.shop.cloud.wechat.openLink(url);
/** The platform makes no link while `during` runs. */
async function without<Value>(during: () => Promise<Value>): Promise<Value> {
  party.shop.cloud.faults.order('seed=1,dropBefore=1@shortlink.generate');
  const value = await during();
  party.shop.cloud.faults.order('');
  return value;
}

test('whoever opens the short link, and however often, comes to the invitation', async () => {
  const made = await must();
  const page = `packages/invite/open/index?scene=${await party.invitationOf('ann')}&way=link`;
  expect(made.url).toMatch(/^#小程序:\/\/[^/]+\/送你一份见面礼\/\w+$/);
  expect((made.until - party.shop.cloud.clock.nowMs()) / dayMs).toBeCloseTo(30, 2);
  expect([opens(made.url), opens(made.url)]).toEqual([page, page]);
});

test('it is kept, even when two phones ask at once, until less than a week of it is left', async () => {
  const made = await must();
  expect(await Promise.all([must(), must()])).toEqual([made, made]);
  party.shop.cloud.clock.advanceMs(22 * dayMs);
  expect(await must()).toEqual(made);
  party.shop.cloud.clock.advanceMs(2 * dayMs);
  const [one, two] = await Promise.all([must(), must()]);
  expect(one).toEqual(two);
  expect(one.until).toBeGreaterThan(made.until);
  expect(opens(one.url)).not.toBeNull();
});

test('when the platform makes none, the one that still opens serves; later it is said what to use instead', async () => {
  const made = await must();
  party.shop.cloud.clock.advanceMs(24 * dayMs);
  expect(await without(must)).toEqual(made);
  party.shop.cloud.clock.advanceMs(7 * dayMs);
  expect(opens(made.url)).toBeNull();
  expect(await without(link)).toMatchObject({ refusal: { code: 'referral.noLink' } });
  expect((await must()).url).not.toBe(made.url);
});

test('there is none without a card, and none while inviting is switched off', async () => {
  expect(await party.shop.call('bob', 'member', 'referral.link', {})).toMatchObject({ refusal: { code: 'member.unknown' } });
  await party.set({ on: false });
  expect(await link()).toMatchObject({ refusal: { code: 'referral.off' } });
});
