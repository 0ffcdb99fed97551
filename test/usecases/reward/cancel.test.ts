import { dayMs, minuteMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { couponRow } from '../voucher/couponRow';

const points = { claim: 'grant', points: 10 } as const;
const single = couponRow('single', { ...points, total: 1 });
const twice = couponRow('twice', { ...points, perMember: 2 });
/** Tuesdays at 14:00; it can be cancelled until two hours before, and come to until a quarter past. */
const course = couponRow('course', {
  ...points,
  perMember: 9,
  benefit: { kind: 'experience', listedValueFen: 8_800, booked: true },
  sessions: { slots: [{ shop: 'west', weekday: 2, start: '14:00', minutes: 40, places: 2 }] },
});
const tuesday = 'course:west:2026-11-24T1400';
const hourMs = 60 * minuteMs;
const tuesdayMs = Date.UTC(2026, 10, 24, 6, 0);

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
  const pack = {
    id: 'spa',
    name: { zh: '茶疗', en: 'Tea care' },
    kind: 'pack',
    pack: { theme: 'health', uses: 2, days: 20 },
    points: 20,
    stock: 1,
  };
  const coupon = couponRow('cake', {
    claim: 'grant',
    points: 10,
    perMember: 9,
    benefit: { kind: 'goods', productId: null, listedValueFen: 2_800 },
  });
  for (const [section, rows] of [
    ['rewards', [pack]],
    ['coupons', [coupon, single, twice, course]],
  ] as const) {
    await shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  }
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const redeem = (openid: string, key: string) => shop.must(openid, 'member', 'reward.redeem', { key, rewardId: 'mug' });
const cancel = (openid: string, redemptionId: string, key = 'cancel-key-1') =>
  shop.call(openid, 'member', 'reward.cancel', { key, redemptionId });

test('a redemption cancelled ten times at once comes back once: points, unit and all', async () => {
  await shop.join('anna-0');
  const { pickup } = await redeem('anna-0', 'redeem-0-1');
  expect(pickup.redemptionId).toBe('redeem-0-1');
  const answers = await Promise.all(Array.from({ length: 10 }, () => cancel('anna-0', 'redeem-0-1')));
  expect(answers.some((answer) => answer.ok)).toBe(true);
  expect(await cancel('anna-0', 'redeem-0-1', 'another-tap')).toMatchObject({ ok: true, value: { paid: 30, returned: 30, available: 50 } });
  const [unit] = await shop.cloud.data.find('units', { _id: pickup.unitId });
  expect(unit).toEqual({ _id: pickup.unitId, rewardId: 'mug', n: unit?.['n'], state: 'free' });
  expect((await shop.must('anna-0', 'member', 'reward.mine', {})).pickups).toEqual([]);
  const again = await shop.call('anna-0', 'member', 'reward.redeem', { key: 'redeem-0-1', rewardId: 'mug' });
  expect(again).toMatchObject({ refusal: { code: 'reward.cancelled' } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('only its owner, only before hand-over, only for 30 days', async () => {
  await Promise.all(['anna-1', 'bea-1', 'cleo-1'].map((openid) => shop.join(openid)));
  await redeem('anna-1', 'redeem-1-1');
  expect(await cancel('bea-1', 'redeem-1-1')).toMatchObject({ refusal: { code: 'cancel.unknown' } });
  const { pickup } = await redeem('bea-1', 'redeem-1-2');
  await shop.must('clerk-west', 'staff', 'reward.handOver', { key: 'hand-over-1', pickupCode: pickup.pickupCode });
  expect(await cancel('bea-1', 'redeem-1-2')).toMatchObject({ refusal: { code: 'cancel.handedOver' } });
  await redeem('cleo-1', 'redeem-1-3');
  shop.cloud.clock.advanceMs(30 * dayMs);
  expect(await cancel('anna-1', 'redeem-1-1')).toMatchObject({ ok: true });
  shop.cloud.clock.advanceMs(dayMs);
  expect(await cancel('cleo-1', 'redeem-1-3')).toMatchObject({ refusal: { code: 'cancel.tooLate', args: { days: 30 } } });
});

test('hand-over and cancellation at once: the thing is either taken or given back', async () => {
  await shop.join('anna-2');
  const { pickup } = await redeem('anna-2', 'redeem-2-1');
  const [handed, cancelled] = await Promise.all([
    shop.call('clerk-west', 'staff', 'reward.handOver', { key: 'hand-over-2', pickupCode: pickup.pickupCode }),
    cancel('anna-2', 'redeem-2-1'),
  ]);
  expect([handed.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
  const [unit] = await shop.cloud.data.find('units', { _id: pickup.unitId });
  expect(unit?.['state']).toBe(handed.ok ? 'handedOver' : 'free');
});

test('points of a lot that has lapsed meanwhile come back for a week, by a grace lot', async () => {
  const late = Date.UTC(2027, 10, 20, 2, 0);
  const home = await shop.join('anna-3');
  expect(home.points.available).toBe(50);
  shop.cloud.clock.setMs(late);
  await redeem('anna-3', 'redeem-3-1');
  shop.cloud.clock.advanceMs(15 * dayMs);
  expect(await cancel('anna-3', 'redeem-3-1')).toMatchObject({ ok: true, value: { returned: 30, available: 30 } });
  const points = (await shop.join('anna-3')).points;
  expect(points).toMatchObject({ available: 30, nextLapse: { on: '2027-12-12', points: 30 } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

const refusal = (code: string): object => ({ ok: false, refusal: { code } });
const useAtCounter = (code: string, key: string) => shop.call('clerk-west', 'staff', 'voucher.redeem', { key, code });
const redeemSpa = async (openid: string, key: string) =>
  (await shop.must(openid, 'member', 'reward.redeem', { key, rewardId: 'spa' })).pickup.pickupCode;
const buyCake = async (openid: string, key: string) =>
  (await shop.must(openid, 'member', 'voucher.buy', { key, couponId: 'cake' })).voucher;

test('a cancelled service pack cannot be used any more and its unit is somebody else’s to redeem; a used one is kept', async () => {
  await Promise.all(['anna-4', 'bea-4'].map((openid) => shop.join(openid)));
  const code = await redeemSpa('anna-4', 'redeem-4-1');
  expect(await shop.must('anna-4', 'member', 'voucher.packs', {})).toMatchObject({ packs: [{ redemptionId: 'redeem-4-1' }] });
  expect(await cancel('anna-4', 'redeem-4-1')).toMatchObject({ ok: true, value: { returned: 20, available: 50 } });
  expect(await cancel('anna-4', 'redeem-4-1')).toMatchObject({ ok: true, value: { returned: 20, available: 50 } });
  expect(await shop.must('anna-4', 'member', 'voucher.packs', {})).toMatchObject({ packs: [] });
  expect(await useAtCounter(code, 'use-of-anna-4')).toMatchObject(refusal('voucher.revoked'));
  const next = await redeemSpa('bea-4', 'redeem-4-2');
  expect(await useAtCounter(code, 'use-of-anna-4')).toMatchObject(refusal('voucher.revoked'));
  expect(await useAtCounter(next, 'use-of-bea-4')).toMatchObject({ ok: true, value: { pack: { left: 1 } } });
  expect(await cancel('bea-4', 'redeem-4-2')).toMatchObject(refusal('cancel.handedOver'));
  await shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-of-bea-4', code: next });
  shop.cloud.clock.advanceMs(20 * dayMs);
  expect(await cancel('bea-4', 'redeem-4-2')).toMatchObject(refusal('cancel.lapsed'));
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a voucher bought with points is cancelled while it is unused and its buyer’s own', async () => {
  await Promise.all(['anna-5', 'bea-5'].map((openid) => shop.join(openid)));
  const [kept, used] = [await buyCake('anna-5', 'buy-key-5-1'), await buyCake('anna-5', 'buy-key-5-2')];
  const given = await buyCake('anna-5', 'buy-key-5-3');
  expect(kept.redemptionId).toBe('buy-key-5-1');
  await shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'use-key-5-2', code: used.code });
  const { token } = await shop.must('anna-5', 'member', 'voucher.offerGift', { key: 'offer-5-3', voucherId: given.voucherId });
  expect(await cancel('anna-5', 'buy-key-5-3')).toMatchObject(refusal('cancel.handedOver'));
  const taken = await shop.must('bea-5', 'member', 'voucher.acceptGift', { key: 'accept-5-3', token });
  expect(taken.voucher.redemptionId).toBeNull();
  for (const key of ['buy-key-5-2', 'buy-key-5-3']) expect(await cancel('anna-5', key)).toMatchObject(refusal('cancel.handedOver'));
  expect(await cancel('bea-5', 'buy-key-5-1')).toMatchObject(refusal('cancel.unknown'));
  const [first, second] = await Promise.all([cancel('anna-5', 'buy-key-5-1'), useAtCounter(kept.code, 'use-key-5-1')]);
  expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
  const [voucher] = await shop.cloud.data.find('vouchers', { code: kept.code });
  expect(voucher?.['state']).toBe(first.ok ? 'revoked' : 'redeemed');
  const again = await cancel('anna-5', 'buy-key-5-1');
  expect(again).toMatchObject(first.ok ? { ok: true, value: { returned: 10, available: 30 } } : refusal('cancel.handedOver'));
  expect((await shop.reconcile()).differences).toEqual([]);
});

const buy = (openid: string, couponId: string, key: string) => shop.call(openid, 'member', 'voucher.buy', { key, couponId });

test('what is given back is in stock again, for others and for its buyer, whose limit it does not count towards any more', async () => {
  await Promise.all(['anna-6', 'bea-6'].map((openid) => shop.join(openid)));
  const { voucher } = await shop.must('anna-6', 'member', 'voucher.buy', { key: 'buy-key-6-1', couponId: 'single' });
  expect(await buy('bea-6', 'single', 'buy-key-6-2')).toMatchObject(refusal('voucher.gone'));
  expect(await buy('anna-6', 'single', 'buy-key-6-3')).toMatchObject({ ok: false });
  const answers = await Promise.all(Array.from({ length: 8 }, () => cancel('anna-6', 'buy-key-6-1')));
  expect(answers.some((answer) => answer.ok)).toBe(true);
  expect(await shop.cloud.data.find('vouchers', { _id: 'single#1' })).toEqual([
    { _id: 'single#1', couponId: 'single', state: 'free', steps: [], n: 1 },
  ]);
  expect(await buy('anna-6', 'single', 'buy-key-6-1')).toMatchObject(refusal('reward.cancelled'));
  expect(await buy('anna-6', 'single', 'buy-key-6-3')).toMatchObject({ ok: true, value: { available: 40 } });
  expect(await cancel('anna-6', 'buy-key-6-1')).toMatchObject({ ok: true, value: { available: 40 } });
  expect(await cancel('anna-6', 'buy-key-6-3')).toMatchObject({ ok: true, value: { available: 50 } });
  expect(await buy('bea-6', 'single', 'buy-key-6-4')).toMatchObject({ ok: true });
  expect(await buy('anna-6', 'single', 'buy-key-6-1')).toMatchObject(refusal('reward.cancelled'));
  expect(await useAtCounter(voucher.code, 'use-key-6-1')).toMatchObject(refusal('voucher.revoked'));
  const { vouchers } = await shop.must('anna-6', 'member', 'voucher.mine', { tab: 'lapsed' });
  expect(vouchers.map(({ standing }) => standing)).toEqual(['revoked', 'revoked']);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('of a coupon without a total the number of a claim that was given back is the next one’s, at once and in any order', async () => {
  await shop.join('anna-7');
  const [first, second] = [await buy('anna-7', 'twice', 'buy-key-7-1'), await buy('anna-7', 'twice', 'buy-key-7-2')];
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(await buy('anna-7', 'twice', 'buy-key-7-3')).toMatchObject(refusal('voucher.limit'));
  expect(await cancel('anna-7', 'buy-key-7-1')).toMatchObject({ ok: true });
  const rush = await Promise.all(['4', '5', '6'].map((n) => buy('anna-7', 'twice', `buy-key-7-${n}`)));
  expect(rush.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
  expect(await buy('anna-7', 'twice', 'buy-key-7-7')).toMatchObject(rush.some(({ ok }) => ok) ? refusal('voucher.limit') : { ok: true });
  const claims = await shop.cloud.data.find('claims', { couponId: 'twice' });
  expect(claims.filter((claim) => claim['cancelledAt'] === undefined).map(({ _id }) => String(_id).slice(-2))).toEqual([':1', ':2']);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a voucher is given back with its session while that can be cancelled, not afterwards, and again once it was missed', async () => {
  await Promise.all(['anna-8', 'bea-8'].map((openid) => shop.join(openid)));
  const booked = async (openid: string, key: string): Promise<void> => {
    const { voucher } = await shop.must(openid, 'member', 'voucher.buy', { key, couponId: 'course' });
    await shop.must(openid, 'member', 'booking.book', { key, voucherId: voucher.voucherId, sessionId: tuesday });
  };
  await booked('anna-8', 'buy-key-8-1');
  await booked('bea-8', 'buy-key-8-2');
  const places = async () => (await shop.cloud.data.find('sessionPlaces', { taken: true })).length;
  shop.cloud.clock.setMs(tuesdayMs - 2 * hourMs - minuteMs);
  expect(await cancel('anna-8', 'buy-key-8-1')).toMatchObject({ ok: true, value: { returned: 10 } });
  expect(await places()).toBe(1);
  for (const at of [tuesdayMs - 2 * hourMs + 1, tuesdayMs + 14 * minuteMs]) {
    shop.cloud.clock.setMs(at);
    expect(await cancel('bea-8', 'buy-key-8-2')).toMatchObject({ refusal: { code: 'cancel.booked', args: { at: '2026-11-24 14:00' } } });
  }
  expect(await places()).toBe(1);
  shop.cloud.clock.setMs(tuesdayMs + 15 * minuteMs + 1);
  expect(await cancel('bea-8', 'buy-key-8-2')).toMatchObject({ ok: true, value: { returned: 10 } });
  const list = await shop.must('bea-8', 'member', 'booking.mine', {});
  expect([await places(), list.bookings.map(({ standing }) => standing)]).toEqual([1, ['missed']]);
});
