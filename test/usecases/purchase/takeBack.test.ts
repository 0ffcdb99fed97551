import { minuteMs } from '@shared/kernel/time';
import type { Output } from '@shared/functions';
import { sundayMorningMs, type TestShop } from '../openShop';
import { general, must, openTill, type TestTill } from './openTill';

let shop: TestShop;
let till: TestTill;
beforeAll(async () => {
  till = await openTill();
  shop = till.shop;
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

test('points paid as cash and the voucher come back: the points by the line’s share, the voucher when nothing is left', async () => {
  const purchaseId = await till.buy('anna-7', [general(6_000), general(4_000)]);
  const account = await till.accountOf('anna-7');
  const memberId = String(account['_id']);
  await payWithPointsAndVoucher(purchaseId, account);
  shop.cloud.clock.advanceMs(minuteMs);
  expect(await must(till.refund({ purchaseId, lines: [{ line: 0, units: 1 }] }))).toMatchObject({
    moneyFen: 5_970,
    pointsReturned: 30,
    vouchersBack: 0,
  });
  expect(await till.accountOf('anna-7')).toMatchObject({ available: 40 });
  const last = { purchaseId, after: 1, key: 'refund-key-2' };
  expect(await must(till.refund(last))).toMatchObject({ moneyFen: 3_000, pointsReturned: 10, vouchersBack: 1 });
  expect(await till.accountOf('anna-7')).toMatchObject({ available: 50 });
  const [voucher] = await shop.cloud.data.find('vouchers', { memberId });
  expect(voucher).toMatchObject({ state: 'issued', endsOn: '2026-11-29' });
  const returns = await shop.cloud.data.find('entries', { accountId: memberId, kind: 'return' });
  expect(returns.map((entry) => entry['_id']).sort()).toEqual([`${memberId}:return:${purchaseId}:1`, `${memberId}:return:${purchaseId}:2`]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

/** Turns a purchase into one that took a ¥10 voucher and 40 points off, as the till's quote would have. */
async function payWithPointsAndVoucher(purchaseId: string, account: Record<string, unknown>): Promise<void> {
  const memberId = String(account['_id']);
  const purchase = await till.purchaseById(purchaseId);
  const lots = [{ lot: '2026-11', endsOn: '2027-11-30', points: -40 }];
  const seq = Number(account['seq']) + 1;
  const zeros = { pendingDelta: 0, availableDelta: -40, debtDelta: 0 };
  const entry = {
    accountId: memberId,
    seq,
    kind: 'redemption',
    source: `cash:${purchaseId}`,
    at: sundayMorningMs,
    day: '2026-11-22',
    note: {},
  };
  await shop.cloud.data.insert('entries', [{ _id: `${memberId}:redemption:cash:${purchaseId}`, ...entry, ...zeros, lots }]);
  await replace('accounts', { ...account, seq, available: 10, lots: [{ id: '2026-11', endsOn: '2027-11-30', points: 10 }] });
  const use = { at: sundayMorningMs, shopId: 'west', staffId: 'qing', device: 'd', purchaseId, discountFen: 1_000, key: 'k' };
  const steps = ['issued', 'redeemed'].map((state) => ({ state, at: sundayMorningMs - 1, by: 'test' }));
  const owner = { memberId, accountId: memberId, startsOn: '2026-11-01', endsOn: '2026-11-23' };
  await shop.cloud.data.insert('vouchers', [{ _id: `v-${memberId}`, couponId: 'ten', state: 'redeemed', ...owner, redeemed: use, steps }]);
  const [first, second] = purchase['lines'] as Record<string, unknown>[];
  const lines = [
    { ...first, pointsFen: 30, payableFen: 5_970 },
    { ...second, voucherOffFen: 990, pointsFen: 10, payableFen: 3_000 },
  ];
  const vouchers = [{ voucherId: `v-${memberId}`, couponId: 'ten', name: { zh: '十元', en: 'Ten' }, discountFen: 990 }];
  await replace('purchases', { ...purchase, lines, payableFen: 8_970, pointsPaid: 40, vouchers });
}

async function replace(collection: string, document: Record<string, unknown>): Promise<void> {
  await shop.cloud.data.remove(collection, { _id: document['_id'] });
  await shop.cloud.data.insert(collection, [document]);
}

test('an undo of a quoted purchase brings voucher and points back, revokes its gift, and is refused once the gift is used', async () => {
  const purchaseId = await till.buy('anna-8', [general(6_000), general(4_000)]);
  const account = await till.accountOf('anna-8');
  const memberId = String(account['_id']);
  await payWithPointsAndVoucher(purchaseId, account);
  const steps = [{ state: 'issued', at: sundayMorningMs, by: 'test' }];
  const gift = { _id: `g-${memberId}`, couponId: 'gift', state: 'issued', accountId: memberId, endsOn: '2026-12-31', steps };
  await shop.cloud.data.insert('vouchers', [gift]);
  const given = { offerId: 'o', name: { zh: '礼', en: 'Gift' }, thresholdFen: 1, listedValueFen: 1, categoryIds: [], steps: [] };
  await replace('purchases', { ...(await till.purchaseById(purchaseId)), gift: { ...given, voucherId: gift._id } });
  const undone = await shop.must('clerk-west', 'staff', 'purchase.undo', { key: 'undo-key-8', purchaseId });
  expect(undone.undone).toBe(true);
  expect(await till.accountOf('anna-8')).toMatchObject({ available: 50, pending: 0 });
  const vouchers = await shop.cloud.data.find('vouchers', { accountId: memberId });
  expect(vouchers.map((voucher) => [voucher['_id'], voucher['state']]).sort()).toEqual([
    [`g-${memberId}`, 'revoked'],
    [`v-${memberId}`, 'issued'],
  ]);
  expect(await till.refund({ purchaseId })).toMatchObject({ refusal: { code: 'refund.undone' } });
  const again = await till.buy('anna-8', [general(1_000)]);
  await replace('vouchers', { ...gift, state: 'redeemed' });
  await replace('purchases', { ...(await till.purchaseById(again)), gift: { ...given, voucherId: gift._id } });
  const used = await shop.call('clerk-west', 'staff', 'purchase.undo', { key: 'undo-key-9', purchaseId: again });
  expect(used).toMatchObject({ refusal: { code: 'undo.giftUsed' } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('staff find a purchase by its number or by the member before them, with what is left to refund', async () => {
  const purchaseId = await till.buy('anna-9', [general(10_000, 4)]);
  await must(till.refund({ purchaseId, lines: [{ line: 0, units: 3 }] }));
  const { purchases } = await shop.must('clerk-east', 'staff', 'purchase.find', { orderNo: till.lastOrder() });
  const [found] = purchases;
  expect(found).toMatchObject({
    purchaseId,
    refunds: 1,
    leftFen: 2_500,
    shop: { en: 'West Lake' },
    refundUntil: '2027-02-20',
    taken: null,
  });
  expect(found?.lines).toMatchObject([{ units: 4, unitsLeft: 1 }]);
  const home = await shop.join('anna-9');
  const visit = await shop.must('clerk-west-2', 'staff', 'visit.open', { code: shop.codeOf(home, 30_000), by: 'scan' });
  const mine: Output<'staff', 'purchase.find'> = await shop.must('clerk-west-2', 'staff', 'purchase.find', { visitId: visit.visitId });
  expect(mine.purchases).toEqual(purchases);
  expect(await shop.call('clerk-west', 'staff', 'purchase.find', { orderNo: 'NOPE' })).toMatchObject({
    refusal: { code: 'purchase.unknown' },
  });
});

test('a lead voids while the shift is open, and the number is free again; a clerk never', async () => {
  const purchaseId = await till.buy('anna-10', [general(5_000)]);
  const request = { key: 'void-key-1', purchaseId };
  expect(await shop.call('clerk-west', 'staff', 'purchase.void', request)).toMatchObject({ refusal: { code: 'call.notAllowed' } });
  expect(await shop.call('clerk-east', 'staff', 'purchase.void', request)).toMatchObject({ refusal: { code: 'purchase.unknown' } });
  expect(await shop.must('lead-west', 'staff', 'purchase.void', request)).toMatchObject({ undone: true });
  expect(await shop.must('lead-west', 'staff', 'purchase.void', request)).toMatchObject({ undone: true });
  expect(await till.accountOf('anna-10')).toMatchObject({ pending: 0 });
  const home = await shop.join('anna-10');
  const visit = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home, 30_000), by: 'scan' });
  const again = { key: 'buy-again-1', visitId: visit.visitId, orderNo: till.lastOrder(), lines: [general(5_000)] };
  expect((await shop.must('clerk-west', 'staff', 'purchase.confirm', again)).purchaseId).toBe(`${purchaseId}~2`);
});
