import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
  const rows = [
    { id: 'trees', name: { zh: '种树', en: 'Trees' }, detail: { zh: '种一棵', en: 'Plant one' }, amounts: [10, 40] },
    { id: 'past', name: { zh: '已结束', en: 'Over' }, detail: { zh: '', en: '' }, amounts: [10], active: false },
  ];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'causes', rows, dryRun: false, firstRow: 0 });
});
afterEach(() => shop.close());

const give = (openid: string, key: string, points: number, causeId = 'trees') =>
  shop.call(openid, 'member', 'reward.donate', { key, causeId, points });

test('points go to the cause once per tap, with an entry of their own, and the totals follow', async () => {
  await shop.join('anna');
  await shop.join('bea');
  const same = await Promise.all(Array.from({ length: 6 }, () => give('anna', 'gift-of-anna', 40)));
  expect(same.filter((answer) => answer.ok)).not.toEqual([]);
  expect(await give('anna', 'gift-of-anna', 40)).toEqual({ ok: true, value: { points: 40, available: 10 }, now: expect.any(Number) });
  await give('bea', 'gift-of-bea', 10);
  shop.cloud.clock.advanceMs(31_000);
  expect(await shop.must('anna', 'member', 'reward.causes', {})).toEqual({
    causes: [
      { id: 'trees', name: { zh: '种树', en: 'Trees' }, detail: { zh: '种一棵', en: 'Plant one' }, amounts: [10, 40], given: 50, mine: 40 },
    ],
  });
  expect(await shop.cloud.data.find('entries', { kind: 'redemption' })).toHaveLength(2);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('too few points, another amount, a cause that is over and a key used for something else are refused and write nothing', async () => {
  await shop.join('anna');
  expect(await give('anna', 'gift-one', 40)).toMatchObject({ ok: true });
  expect(await give('anna', 'gift-one', 10)).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await give('anna', 'gift-two', 40)).toMatchObject({ refusal: { code: 'points.short', args: { have: 10, need: 40 } } });
  expect(await give('anna', 'gift-three', 7)).toMatchObject({ refusal: { code: 'cause.unknown' } });
  expect(await give('anna', 'gift-four', 10, 'past')).toMatchObject({ refusal: { code: 'cause.unknown' } });
  expect(await give('stranger', 'gift-five', 10)).toMatchObject({ refusal: { code: 'member.unknown' } });
  expect(await shop.cloud.data.find('donations', {})).toHaveLength(1);
});
