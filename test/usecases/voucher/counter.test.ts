import { openShop, type TestShop } from '../openShop';
import { couponRow } from './couponRow';

const cake = couponRow('cake', {
  perMember: 5,
  benefit: { kind: 'goods', productId: null, listedValueFen: 2_800 },
  shops: ['west'],
  partner: 'baker',
});
const pack = {
  id: 'spa',
  name: { zh: '茶疗三次', en: 'Tea care' },
  kind: 'pack',
  pack: { theme: 'health', uses: 3, days: 90 },
  points: 20,
  stock: 5,
};

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  await shop.must('operator-1', 'console', 'store.apply', {
    section: 'coupons',
    rows: [cake, couponRow('cash')],
    dryRun: false,
    firstRow: 0,
  });
  await shop.must('operator-1', 'console', 'store.apply', { section: 'rewards', rows: [pack], dryRun: false, firstRow: 0 });
  await shop.join('anna');
});
afterEach(() => shop.close());

async function codeOf(couponId: string, key = 'claim-0001'): Promise<string> {
  return (await shop.must('anna', 'member', 'voucher.claim', { key, couponId })).voucher.code;
}

async function openPack(): Promise<string> {
  return (await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'spa' })).pickup.pickupCode;
}

test('of many staff who redeem one voucher at once one wins, and the others are told when and where', async () => {
  const code = await codeOf('cake');
  expect(await shop.must('clerk-west', 'staff', 'voucher.check', { code })).toMatchObject({ kind: 'voucher', atCounter: true });
  const tries = await Promise.all(
    ['clerk-west', 'clerk-west-2'].flatMap((staff) =>
      Array.from({ length: 4 }, (_, index) => shop.call(staff, 'staff', 'voucher.redeem', { key: `tap-${staff}-${index}`, code })),
    ),
  );
  expect(tries.filter((answer) => answer.ok)).toHaveLength(1);
  const refused = tries.filter((answer) => !answer.ok && answer.refusal.code !== 'busy.tryAgain');
  for (const answer of refused) {
    expect(answer).toMatchObject({ refusal: { code: 'voucher.done', args: { at: '2026-11-22 10:00', shopEn: 'West Lake' } } });
  }
  expect((await shop.must('anna', 'member', 'voucher.mine', { tab: 'used' })).vouchers).toMatchObject([
    { standing: 'used', usedShop: { en: 'West Lake' } },
  ]);
});

test('a used voucher cannot be used again by any tap, but the tap that used it is told so again', async () => {
  const code = await codeOf('cake');
  const first = await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00001', code });
  expect(await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00001', code })).toEqual(first);
  expect(await shop.call('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00002', code })).toMatchObject({
    refusal: { code: 'voucher.done' },
  });
  expect(await shop.call('clerk-west-2', 'staff', 'voucher.redeem', { key: 'tap-00001', code })).toMatchObject({
    refusal: { code: 'voucher.done' },
  });
});

test('a mistake is taken back by the same person within five minutes, and the voucher can be used again', async () => {
  const code = await codeOf('cake');
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00001', code });
  expect(await shop.call('clerk-west-2', 'staff', 'voucher.undoUse', { key: 'undo-0001', code })).toMatchObject({
    refusal: { code: 'undo.otherStaff' },
  });
  await shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
  await shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00002', code });
  shop.cloud.clock.advanceMs(301_000);
  expect(await shop.call('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0002', code })).toMatchObject({
    refusal: { code: 'undo.tooLate' },
  });
});

test('another shop, a voucher for a purchase and an unknown code are three different sentences', async () => {
  const [cakeCode, cashCode] = [await codeOf('cake'), await codeOf('cash', 'claim-0002')];
  expect(await shop.call('clerk-east', 'staff', 'voucher.check', { code: cakeCode })).toMatchObject({
    refusal: { code: 'voucher.otherShop', args: { shopsEn: 'West Lake' } },
  });
  expect(await shop.must('clerk-west', 'staff', 'voucher.check', { code: cashCode })).toMatchObject({ atCounter: false });
  expect(await shop.call('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00001', code: cashCode })).toMatchObject({
    refusal: { code: 'voucher.atTill' },
  });
  expect(await shop.call('clerk-west', 'staff', 'voucher.check', { code: '7000000000000005' })).toMatchObject({
    refusal: { code: 'voucher.unknown' },
  });
});

test('a service pack gives each use once a tap, never more than it has, and says where the last one was', async () => {
  const code = await openPack();
  expect(code).toMatch(/^7\d{15}$/);
  expect((await shop.must('anna', 'member', 'reward.mine', {})).pickups).toEqual([]);
  const use = (staff: string, key: string) => shop.call(staff, 'staff', 'voucher.redeem', { key, code });
  const asPhone = async (staff: string, key: string): Promise<string> => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const answer = await use(staff, key);
      if (answer.ok || answer.refusal.code !== 'busy.tryAgain') return answer.ok ? 'used' : answer.refusal.code;
    }
    return 'busy';
  };
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, index) => asPhone(index % 2 === 0 ? 'clerk-west' : 'clerk-east', `use-0000${index}`)),
  );
  expect(results.filter((result) => result === 'used')).toHaveLength(3);
  expect(results.filter((result) => result === 'pack.empty')).toHaveLength(5);
  const { packs } = await shop.must('anna', 'member', 'voucher.packs', {});
  expect(packs).toMatchObject([{ left: 0, uses: 3, used: [{}, {}, {}] }]);
  expect(await use('clerk-west', 'use-00009')).toMatchObject({ refusal: { code: 'pack.empty', args: { at: '2026-11-22 10:00' } } });
});

test('a use of a pack is taken back by the tap that undoes it once, however often it is sent', async () => {
  const code = await openPack();
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'use-00001', code });
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'use-00002', code });
  for (let index = 0; index < 3; index += 1) {
    const undone = await shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
    expect(undone).toMatchObject({ kind: 'pack', pack: { left: 2 } });
  }
  shop.cloud.clock.advanceMs(90 * 86_400_000);
  expect(await shop.call('clerk-west', 'staff', 'voucher.check', { code })).toMatchObject({ refusal: { code: 'pack.lapsed' } });
});

test('a partner’s settlement lists what was redeemed in its month, page by page, with what it was worth', async () => {
  for (let index = 0; index < 3; index += 1) {
    const code = await codeOf('cake', `claim-000${index}`);
    await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: `tap-0000${index}`, code });
  }
  shop.cloud.clock.advanceMs(12 * 86_400_000);
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'tap-00009', code: await codeOf('cake', 'claim-0009') });
  const november = await shop.must('operator-1', 'console', 'voucher.settlement', { month: '2026-11' });
  expect(november.rows).toMatchObject([1, 2, 3].map(() => ({ partnerId: 'baker', couponId: 'cake', discountFen: 2_800, shopId: 'west' })));
  expect(november.next).toBeNull();
  expect((await shop.must('operator-1', 'console', 'voucher.settlement', { month: '2026-12' })).rows).toHaveLength(1);
});
