import type { Input } from '@shared/functions';
import { isLegalHistory } from '@shared/voucher/legalSteps';
import { openShop, type TestShop } from '../openShop';
import { couponRow } from './couponRow';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const prove = process.env['LANTERN_PROVE'] === '1';
const units = prove ? 500 : 40;
const takers = prove ? 5_000 : 400;

async function applyCoupons(...rows: Input<'console', 'store.apply'>['rows']): Promise<readonly string[]> {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  return report.rows.map((row) => row.refusal?.code ?? row.result);
}

/** As a phone does: asks again with the same key while the answer is that it was busy. */
async function claimAsPhone(openid: string, couponId: string, key: string): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const answer = await shop.call(openid, 'member', 'voucher.claim', { key, couponId });
    if (answer.ok) return answer.value.voucher.voucherId;
    if (answer.refusal.code !== 'busy.tryAgain') return answer.refusal.code;
  }
  return 'busy';
}

test(
  `a burst of ${takers} claims for ${units} gives exactly ${units}, one each, and "gone" only when all are taken`,
  async () => {
    await applyCoupons(couponRow('burst', { total: units }));
    const people = Array.from({ length: takers }, (_, index) => `taker-${index}`);
    await Promise.all(people.map((openid) => shop.join(openid)));
    const results = await Promise.all(people.map((openid) => claimAsPhone(openid, 'burst', 'claim-01')));
    const given = results.filter((result) => result.startsWith('burst#'));
    expect(given).toHaveLength(units);
    expect(new Set(given).size).toBe(units);
    expect(results.filter((result) => result === 'voucher.gone')).toHaveLength(takers - units);
    const vouchers = await shop.cloud.data.find('vouchers', { couponId: 'burst' }, { limit: 1000 });
    expect(new Set(vouchers.map((voucher) => voucher['memberId'])).size).toBe(units);
    expect(new Set(vouchers.map((voucher) => voucher['code'])).size).toBe(units);
    expect(vouchers.every((voucher) => isLegalHistory(voucher as never))).toBe(true);
    expect(await shop.cloud.data.find('claims', { couponId: 'burst' }, { limit: 1000 })).toHaveLength(units);
  },
  prove ? 600_000 : 60_000,
);

test('claims at once by one member, each a tap of its own, stop at the limit per member', async () => {
  await applyCoupons(couponRow('three', { perMember: 3 }));
  await shop.join('anna');
  const results = await Promise.all(Array.from({ length: 12 }, (_, index) => claimAsPhone('anna', 'three', `claim-0${index}`)));
  expect(results.filter((result) => result.startsWith('three:'))).toHaveLength(3);
  expect(results.filter((result) => result === 'voucher.limit')).toHaveLength(9);
  const claims = await shop.cloud.data.find('claims', { couponId: 'three' });
  expect(claims.map((each) => String(each['_id']).split(':').at(-1)).sort()).toEqual(['1', '2', '3']);
});

test('the same claim sent ten times at once is one voucher; its key with another coupon is refused', async () => {
  await applyCoupons(couponRow('many', { total: 20, perMember: 5 }), couponRow('other'));
  await shop.join('anna');
  const results = await Promise.all(Array.from({ length: 10 }, () => claimAsPhone('anna', 'many', 'claim-01')));
  expect(new Set(results).size).toBe(1);
  expect(await shop.cloud.data.find('vouchers', { couponId: 'many', state: 'issued' })).toHaveLength(1);
  expect(await claimAsPhone('anna', 'other', 'claim-01')).toBe('key.reused');
});

test('what only something grants, what is no longer given and what does not exist cannot be claimed on the page', async () => {
  await applyCoupons(
    couponRow('granted', { claim: 'grant' }),
    couponRow('stopped', { active: false }),
    couponRow('past', { validity: { kind: 'fixed', from: '2026-10-01', to: '2026-11-21' } }),
  );
  await shop.join('anna');
  for (const couponId of ['granted', 'stopped', 'past', 'nothing']) {
    expect(await claimAsPhone('anna', couponId, `claim-${couponId}`)).toBe('voucher.noCoupon');
  }
  expect(await shop.cloud.data.find('vouchers', {})).toEqual([]);
});

test('a coupon’s total grows in numbered units and never shrinks, and its terms stay once one is out', async () => {
  expect(await applyCoupons(couponRow('ten', { total: 2 }))).toEqual(['created']);
  expect(await applyCoupons(couponRow('ten', { total: 250 }))).toEqual(['updated']);
  expect(await shop.cloud.data.find('vouchers', { couponId: 'ten', state: 'free' }, { limit: 1000 })).toHaveLength(250);
  expect(await applyCoupons(couponRow('ten', { total: 249 }))).toEqual(['row.stockShrunk']);
  const better = couponRow('ten', { total: 250, benefit: { kind: 'amountOff', thresholdFen: 0, offFen: 1 } });
  expect(await applyCoupons(better)).toEqual(['updated']);
  await shop.join('anna');
  await claimAsPhone('anna', 'ten', 'claim-01');
  expect(await applyCoupons(couponRow('ten', { total: 250 }))).toEqual(['row.termsFrozen']);
  expect(await applyCoupons({ ...better, active: false })).toEqual(['updated']);
});

test('rows that contradict themselves, name what is not there or take another’s word are refused', async () => {
  expect(
    await applyCoupons(
      couponRow('word', { claim: 'code', code: 'TEA2026' }),
      couponRow('same-word', { claim: 'code', code: 'TEA2026' }),
      couponRow('no-word', { claim: 'code' }),
      couponRow('no-way', { code: 'TEA2027' }),
      couponRow('no-shop', { shops: ['moon'] }),
      couponRow('no-category', { categories: ['moon'] }),
      couponRow('backwards', { validity: { kind: 'fixed', from: '2026-12-02', to: '2026-12-01' } }),
    ),
  ).toEqual(['created', 'row.codeTaken', 'row.invalid', 'row.invalid', 'row.unknownShop', 'row.unknownCategory', 'row.invalid']);
});
