import { openShop, type TestShop } from '../openShop';
import { couponRow } from './couponRow';

const dayMs = 86_400_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  const apply = (section: 'coupons' | 'programme', rows: readonly object[]) =>
    shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  await apply('coupons', [couponRow('hello', { claim: 'grant', total: 2 }), couponRow('star', { claim: 'grant', total: 1 })]);
  await apply('programme', [{ welcomeCoupon: 'hello', ladderCoupon: 'star' }]);
  shop.cloud.clock.advanceMs(31_000);
});
afterEach(() => shop.close());

const vouchersOf = async (openid: string) => (await shop.must(openid, 'member', 'voucher.mine', { tab: 'usable' })).vouchers;

test('joining gives the welcome voucher once, while there is one, and never stands in the way of joining', async () => {
  const people = ['anna', 'bert', 'cara', 'dora'];
  const homes = await Promise.all(people.map((openid) => shop.join(openid)));
  expect(homes.map((home) => home.vouchers).sort()).toEqual([0, 0, 1, 1]);
  expect(homes.map((home) => home.points.available)).toEqual([50, 50, 50, 50]);
  await shop.join('anna');
  expect(await shop.cloud.data.find('vouchers', { couponId: 'hello', state: 'issued' })).toHaveLength(2);
});

test('the seventh day of the ladder gives a voucher instead of points; where none is left it pays its points', async () => {
  await Promise.all(['anna', 'bert'].map((openid) => shop.join(openid)));
  for (let day = 1; day <= 6; day += 1) {
    for (const openid of ['anna', 'bert']) await shop.must(openid, 'member', 'checkin.perform', { key: `checkin-${day}` });
    shop.cloud.clock.advanceMs(dayMs);
  }
  const seventh = { key: 'checkin-7' };
  const first = await shop.must('anna', 'member', 'checkin.perform', seventh);
  expect(first).toMatchObject({ points: 0, voucher: { en: '¥10 off ¥50' }, checkin: { ladderDay: 7, endsInVoucher: true } });
  expect(await shop.must('anna', 'member', 'checkin.perform', seventh)).toEqual(first);
  expect((await vouchersOf('anna')).filter((voucher) => voucher.terms.couponId === 'star')).toHaveLength(1);
  expect(await shop.must('bert', 'member', 'checkin.perform', seventh)).toMatchObject({ points: 20, voucher: null });
  expect((await shop.reconcile()).differences).toEqual([]);
});
