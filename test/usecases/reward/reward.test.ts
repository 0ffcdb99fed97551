import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const racers = process.env['LANTERN_PROVE'] === '1' ? 200 : 60;

/** As a phone does: asks again with the same key while the answer is that it was busy. */
async function redeemAsPhone(openid: string, rewardId: string, key: string): Promise<string> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const answer = await shop.call(openid, 'member', 'reward.redeem', { key, rewardId });
    if (answer.ok) return answer.value.pickup.unitId;
    if (answer.refusal.code !== 'busy.tryAgain') return answer.refusal.code;
  }
  return 'busy';
}

test(`${racers} redemptions at once of 20 pieces hand out 20, each to one member, and take points from those only`, async () => {
  const people = Array.from({ length: racers }, (_, index) => `racer-${index}`);
  await Promise.all(people.map((openid) => shop.join(openid)));
  const results = await Promise.all(people.map((openid) => redeemAsPhone(openid, 'sticker', 'redeem-01')));
  const units = results.filter((result) => result.startsWith('sticker#'));
  expect(units).toHaveLength(20);
  expect(new Set(units).size).toBe(20);
  expect(results.filter((result) => result === 'reward.gone')).toHaveLength(racers - 20);
  const accounts = await shop.cloud.data.find('accounts', {}, { limit: 1000 });
  expect(accounts.filter((account) => account['available'] === 40)).toHaveLength(20);
  expect(accounts.filter((account) => account['available'] === 50)).toHaveLength(racers - 20);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the same redemption sent ten times at once is one; its key with another wish is refused', async () => {
  await shop.join('anna');
  const results = await Promise.all(Array.from({ length: 10 }, () => redeemAsPhone('anna', 'mug', 'redeem-01')));
  expect(new Set(results).size).toBe(1);
  expect(await shop.must('anna', 'member', 'reward.list', {})).toMatchObject({ available: 20 });
  const other = await shop.call('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'sticker' });
  expect(other).toMatchObject({ ok: false, refusal: { code: 'key.reused' } });
  expect((await shop.must('anna', 'member', 'reward.mine', {})).pickups).toMatchObject([{ state: 'redeemed', points: 30 }]);
});

test('too few points, no such reward and nothing left are three different sentences, and none writes anything', async () => {
  await shop.join('anna');
  const redeem = (rewardId: string) => shop.call('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId });
  expect(await redeem('palace')).toMatchObject({ refusal: { code: 'points.short', args: { have: 50, need: 100_000 } } });
  expect(await redeem('nothing')).toMatchObject({ refusal: { code: 'reward.unknown' } });
  expect(await shop.cloud.data.find('entries', { kind: 'redemption' })).toEqual([]);
});

test('a pick-up is handed over once, however many staff try at once, and then says when and where', async () => {
  await shop.join('anna');
  const { pickup } = await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'mug' });
  const { pickupCode } = pickup;
  expect(await shop.must('clerk-west', 'staff', 'reward.check', { pickupCode })).toMatchObject({
    name: { zh: 'mug' },
    redeemedOn: '2026-11-22',
  });
  const tries = await Promise.all(
    ['clerk-west', 'clerk-west-2'].flatMap((staff) =>
      Array.from({ length: 4 }, (_, index) =>
        shop.call(staff, 'staff', 'reward.handOver', { key: `hand-${staff}-${index}`.slice(0, 60), pickupCode }),
      ),
    ),
  );
  expect(tries.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await shop.call('clerk-west', 'staff', 'reward.check', { pickupCode })).toMatchObject({
    refusal: { code: 'pickup.done', args: { at: '2026-11-22 10:00', shopZh: '西湖店' } },
  });
  expect((await shop.must('anna', 'member', 'reward.mine', {})).pickups).toMatchObject([
    { state: 'handedOver', handedOverShop: { zh: '西湖店', en: 'West Lake' } },
  ]);
});

test('the same hand-over tap again repeats its answer; another shop and an unknown code are refused', async () => {
  await shop.join('anna');
  const { pickup } = await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'mug' });
  const request = { key: 'hand-over-1', pickupCode: pickup.pickupCode };
  expect(await shop.call('clerk-east', 'staff', 'reward.handOver', request)).toMatchObject({
    refusal: { code: 'pickup.otherShop', args: { shopsZh: '西湖店' } },
  });
  const first = await shop.must('clerk-west', 'staff', 'reward.handOver', request);
  expect(await shop.must('clerk-west', 'staff', 'reward.handOver', request)).toEqual(first);
  expect(await shop.call('clerk-west', 'staff', 'reward.handOver', { key: 'hand-over-2', pickupCode: '8000000000000002' })).toMatchObject({
    refusal: { code: 'pickup.unknown' },
  });
});

/** Pick-ups that fall into a few common milliseconds. */
function heldUnit(memberId: string, index: number): Record<string, unknown> {
  const redeemedAt = sundayMorningMs - Math.floor(index / 5);
  const redemption = { id: `r${index}`, accountId: memberId, memberId, points: 1, at: redeemedAt };
  const _id = `held#${String(index).padStart(2, '0')}`;
  return { _id, rewardId: 'held', state: 'redeemed', memberId, redeemedAt, pickupCode: '8', redemption };
}

test('pick-ups are paged without losing those redeemed in the same millisecond', async () => {
  await shop.join('holder');
  const [member] = await shop.cloud.data.find('members', { _id: 'holder' });
  const memberId = String(member?.['memberId']);
  await shop.cloud.data.insert(
    'units',
    Array.from({ length: 33 }, (_, index) => heldUnit(memberId, index)),
  );
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { pickups: readonly { unitId: string }[]; next: string | null } = await shop.must(
      'holder',
      'member',
      'reward.mine',
      cursor === undefined ? {} : { cursor },
    );
    seen.push(...page.pickups.map((pickup) => pickup.unitId));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(33);
  expect(seen).toHaveLength(33);
});
