import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
  const rows = [{ jobOperationsPerSecond: 10_000, welcomePoints: 500 }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
});
afterAll(() => shop.close());

const grant = () => shop.cloud.runTimer('jobs', 'grantChances');
const chancesOf = async (cardNumber: string) => {
  const [card] = await shop.cloud.data.find('cards', { _id: cardNumber }, { limit: 1 });
  const [account] = await shop.cloud.data.find('accounts', { _id: card?.['accountId'] as string }, { limit: 1 });
  return account?.['chances'] as { id: string; left: number }[];
};

async function purchase(openid: string, orderNo: string, amountFen: number): Promise<{ id: string; cardNumber: string }> {
  const home = await shop.join(openid);
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const lines = [{ categoryId: 'general', amountFen }];
  const receipt = await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `key-of-${orderNo}`, visitId, orderNo, lines });
  return { id: receipt.purchaseId, cardNumber: home.cardNumber };
}

test('points buy chances, as many a day as the programme allows', async () => {
  await shop.join('buyer');
  const first = await shop.must('buyer', 'member', 'game.buyChance', { key: 'buy-one-1', count: 2 });
  expect(first).toMatchObject({
    available: 400,
    chances: { left: 2, roomToday: 1, lots: [{ source: 'points', expiresOn: '2026-12-21' }] },
  });
  expect(await shop.call('buyer', 'member', 'game.buyChance', { key: 'buy-two-2', count: 2 })).toMatchObject({
    refusal: { code: 'chance.dayLimit', args: { max: 3 } },
  });
});

test('the same purchase of chances again changes nothing, and with another number it is refused', async () => {
  expect(await shop.must('buyer', 'member', 'game.buyChance', { key: 'buy-one-1', count: 2 })).toMatchObject({
    available: 400,
    chances: { left: 2 },
  });
  expect(await shop.call('buyer', 'member', 'game.buyChance', { key: 'buy-one-1', count: 1 })).toMatchObject({
    refusal: { code: 'key.reused' },
  });
});

test('taps at the same time buy no more chances than the day has room for', async () => {
  const { cardNumber } = await shop.join('hasty');
  const buy = (index: number) => shop.call('hasty', 'member', 'game.buyChance', { key: `hasty-tap-${index}`, count: 1 });
  const taps = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(buy));
  const bought = taps.filter((answer) => answer.ok).length;
  expect(bought).toBeGreaterThan(0);
  expect(await chancesOf(cardNumber)).toHaveLength(bought);
  for (let tap = 8; tap < 12; tap += 1) await buy(tap);
  expect(await chancesOf(cardNumber)).toHaveLength(3);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a purchase gives its chance when its points are released, once, and a small or undone one gives none', async () => {
  const kept = await purchase('shopper', 'A1', 8_000);
  const small = await purchase('frugal', 'A2', 4_999);
  const undone = await purchase('doubter', 'A3', 9_000);
  await shop.must('clerk-west', 'staff', 'purchase.undo', { key: 'undo-of-A3', purchaseId: undone.id });
  expect(await grant()).toMatchObject({ value: { granted: 0 } });
  shop.cloud.clock.advanceMs(7 * dayMs);
  const runs = (await Promise.all([grant(), grant()])) as { value: { granted?: number } }[];
  expect(runs.map(({ value }) => value.granted ?? 0).sort()).toEqual([0, 1]);
  expect(await chancesOf(kept.cardNumber)).toMatchObject([{ id: `purchase:${kept.id}`, left: 1 }]);
  expect([await chancesOf(small.cardNumber), await chancesOf(undone.cardNumber)]).toEqual([[], []]);
  shop.cloud.clock.advanceMs(dayMs);
  expect(await grant()).toMatchObject({ value: { granted: 0, more: false } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the day’s limit is each person’s own on a shared account, and goes with whoever leaves', async () => {
  await Promise.all(['holder', 'friend'].map((openid) => shop.join(openid)));
  const buy = (openid: string, key: string, count = 3) => shop.call(openid, 'member', 'game.buyChance', { key, count });
  expect(await buy('holder', 'holder-buys')).toMatchObject({ ok: true, value: { chances: { left: 3, roomToday: 0 } } });
  expect(await buy('friend', 'friend-buys-1', 1)).toMatchObject({ ok: true, value: { chances: { roomToday: 2 } } });
  const { code } = await shop.must('holder', 'member', 'family.invite', { key: 'invite-friend' });
  await shop.must('friend', 'member', 'family.join', { code });
  expect(await buy('friend', 'friend-buys-3')).toMatchObject({ refusal: { code: 'chance.dayLimit' } });
  expect(await buy('friend', 'friend-buys-2', 2)).toMatchObject({ ok: true, value: { chances: { left: 6, roomToday: 0 } } });
  expect(await buy('holder', 'holder-again', 1)).toMatchObject({ refusal: { code: 'chance.dayLimit' } });
  await shop.must('friend', 'member', 'family.leave', {});
  expect(await buy('friend', 'friend-again', 1)).toMatchObject({ refusal: { code: 'chance.dayLimit' } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('reconcile sees a chance that nothing gave', async () => {
  const [account] = await shop.cloud.data.find('accounts', { chanceSeq: { $gt: 0 } }, { limit: 1 });
  await shop.cloud.data.update('accounts', { _id: account?.['_id'] }, { $set: { chanceSeq: 9 } });
  expect((await shop.reconcile()).differences).toMatchObject([{ what: 'chance moves' }, { what: 'chance seq' }]);
});
