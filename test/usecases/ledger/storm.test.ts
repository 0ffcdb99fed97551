import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { seededRandom } from '../../../config/demo/seededRandom';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const acts = process.env['LANTERN_PROVE'] === '1' ? 3000 : 300;
const people = Array.from({ length: 6 }, (_, index) => `member-${index}`);

/** One random act of one random person; whatever the answer, the books must be right afterwards. */
async function actOnce(index: number, random: () => number, homes: readonly Home[]): Promise<void> {
  const who = Math.floor(random() * people.length);
  const openid = people[who] ?? '';
  const home = homes[who];
  if (home === undefined) throw new Error('nobody');
  const key = `storm-${Math.floor(index / 2)}-act`;
  const what = random();
  if (what < 0.3) await shop.call(openid, 'member', 'checkin.perform', { key });
  else if (what < 0.6) await shop.call(openid, 'member', 'reward.redeem', { key, rewardId: what < 0.5 ? 'sticker' : 'mug' });
  else await buy(home, key, Math.floor(random() * 30_000) + 1, random() < 0.4);
  if (index % 50 === 49) shop.cloud.clock.advanceMs(2 * dayMs);
  if (index % 40 === 39) await shop.sweep();
}

async function buy(home: Home, key: string, amountFen: number, thenUndo: boolean): Promise<void> {
  const visit = await shop.call('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  if (!visit.ok) return;
  const { visitId } = visit.value;
  const lines = [{ categoryId: 'general', amountFen }];
  const paid = await shop.call('clerk-west', 'staff', 'purchase.confirm', { key, visitId, orderNo: key, lines });
  if (paid.ok && thenUndo) await shop.call('clerk-west', 'staff', 'purchase.undo', { key: `u-${key}`, purchaseId: paid.value.purchaseId });
}

test(`after ${acts} acts of everybody at once reconcile finds no difference and no unit has two holders`, async () => {
  const random = seededRandom(7);
  const homes = await Promise.all(people.map((openid) => shop.join(openid)));
  for (let from = 0; from < acts; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, index) => actOnce(from + index, random, homes)));
  }
  const books = await shop.reconcile();
  expect(books).toMatchObject({ checked: people.length, differences: [] });
  expect(books.entries).toBeGreaterThan(acts / 10);
  const redemptions = await shop.cloud.data.find('entries', { kind: 'redemption' }, { limit: 1000 });
  const held = await shop.cloud.data.find('units', { state: 'redeemed' }, { limit: 1000 });
  expect(held.map((unit) => unit['_id']).sort()).toEqual(redemptions.map((entry) => (entry['note'] as { unitId: string }).unitId).sort());
});
