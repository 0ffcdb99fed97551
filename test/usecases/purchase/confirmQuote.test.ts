import { minuteMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { isLegalHistory } from '@shared/voucher/legalSteps';
import { couponRow } from '../voucher/couponRow';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { giveVoucher, offerRow, openDesk, publish } from './quoteDesk';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
/** Time only goes on: what functions know of offers and coupons is told to be old by their clock. */
let beganMs = sundayMorningMs;
beforeEach(() => {
  beganMs += 30 * minuteMs;
  shop.cloud.clock.setMs(beganMs);
});
afterEach(async () => {
  expect((await shop.reconcile()).differences).toEqual([]);
});
afterAll(() => shop.close());

const voucherOf = async (id: string) => (await shop.cloud.data.find('vouchers', { _id: id }))[0];
const pointsOf = async (openid: string) => ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points;

test('what was quoted is recorded: vouchers used, points paid and to come, every line with its steps', async () => {
  const ten = await giveVoucher(shop, 'anna-0', 'anna-ten');
  const desk = await openDesk(shop, 'anna-0');
  const quoted = await desk.mustQuote(8_000, { usePoints: 30 });
  expect(quoted).toMatchObject({ payableFen: 6_970, pointsPaid: 30, points: 69 });
  const paid = await desk.confirm(quoted.quoteId, 'QA1');
  expect(paid).toMatchObject({
    ok: true,
    value: {
      payableFen: 6_970,
      listFen: 8_000,
      pointsPaid: 30,
      points: 69,
      vouchers: [{ voucherId: ten, discountFen: 1_000 }],
      lines: [{ amountFen: 8_000, voucherOffFen: 1_000, pointsFen: 30, payableFen: 6_970 }],
    },
  });
  const used = await voucherOf(ten);
  expect(used).toMatchObject({
    state: 'redeemed',
    redeemed: { shopId: 'west', staffId: 'qing', purchaseId: 'west::QA1', discountFen: 1_000 },
  });
  expect(used).not.toHaveProperty('heldBy');
  expect(isLegalHistory(used as never)).toBe(true);
  expect(await pointsOf('anna-0')).toMatchObject({ available: 20, pending: 69 });
  const entries = await shop.cloud.data.find('entries', { source: 'cash:west::QA1' });
  expect(entries).toMatchObject([{ kind: 'redemption', availableDelta: -30 }]);
});

test('ten equal confirms are one, a lost answer repeats the first receipt, and the quote serves no second order', async () => {
  const ten = await giveVoucher(shop, 'bea-1', 'bea-ten');
  const desk = await openDesk(shop, 'bea-1');
  const { quoteId } = await desk.mustQuote(8_000, { usePoints: 20 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.confirm(quoteId, 'QB1')));
  const receipts = new Set(answers.flatMap((answer) => (answer.ok ? [JSON.stringify(answer.value)] : [])));
  expect(receipts.size).toBe(1);
  shop.cloud.clock.advanceMs(20 * minuteMs);
  expect(JSON.stringify(await desk.confirm(quoteId, 'QB1'))).toContain([...receipts][0]);
  expect(await desk.confirm(quoteId, 'QB2')).toMatchObject({ refusal: { code: 'quote.changed', args: { what: 'quote.used' } } });
  expect(await shop.cloud.data.find('purchases', { quoteId })).toHaveLength(1);
  expect((await voucherOf(ten))?.['steps']).toHaveLength(2);
  expect(await pointsOf('bea-1')).toMatchObject({ available: 30, pending: 69 });
});

test('an order number that was used for something else is refused with when and how much', async () => {
  const desk = await openDesk(shop, 'cleo-2');
  await desk.confirm((await desk.mustQuote(5_000)).quoteId, 'QC1');
  expect(await desk.confirm((await desk.mustQuote(6_000)).quoteId, 'QC1')).toMatchObject({
    refusal: { code: 'order.taken', args: { amount: '50.00' } },
  });
});

test('of two tills that confirm one voucher, since the hold of one lapsed, one wins and the other hears when and where', async () => {
  await giveVoucher(shop, 'dora-3', 'dora-ten');
  const west = await openDesk(shop, 'dora-3');
  const first = await west.mustQuote(8_000);
  shop.cloud.clock.advanceMs(6 * minuteMs);
  const east = await openDesk(shop, 'dora-3', 'clerk-east');
  const second = await east.mustQuote(8_000);
  expect(second.vouchers).toHaveLength(1);
  const [late, won] = await Promise.all([west.confirm(first.quoteId, 'QD1'), east.confirm(second.quoteId, 'QD1')]);
  expect(won).toMatchObject({ ok: true });
  expect(late).toMatchObject({ ok: false, refusal: { code: 'quote.changed' } });
  expect(await west.confirm(first.quoteId, 'QD1')).toMatchObject({
    refusal: {
      args: {
        what: 'voucher.done',
        at: expect.stringMatching(/^2026-11-22 \d\d:\d\d$/) as string,
        shopZh: '东门店',
        shopEn: 'East Gate',
        voucherZh: '满50减10',
      },
    },
  });
});

test('a quote ends after five minutes, and a newer one of the visit replaces it', async () => {
  const desk = await openDesk(shop, 'ella-4');
  const first = await desk.mustQuote(5_000);
  const second = await desk.mustQuote(6_000);
  expect(await desk.confirm(first.quoteId, 'QE1')).toMatchObject({ refusal: { code: 'quote.changed', args: { what: 'quote.replaced' } } });
  shop.cloud.clock.advanceMs(5 * minuteMs);
  expect(await desk.confirm(second.quoteId, 'QE1')).toMatchObject({ refusal: { code: 'quote.changed', args: { what: 'quote.lapsed' } } });
  shop.cloud.clock.advanceMs(5 * minuteMs);
  expect(await desk.confirm(second.quoteId, 'QE1')).toMatchObject({ refusal: { code: 'visit.ended' } });
  expect(await desk.confirm('no-such-quote', 'QE1')).toMatchObject({ refusal: { code: 'quote.unknown' } });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'QE1' })).toEqual([]);
});

test('points spent or a voucher revoked since the quote are said, and nothing is written', async () => {
  const ten = await giveVoucher(shop, 'fay-5', 'fay-ten');
  const desk = await openDesk(shop, 'fay-5');
  const { quoteId } = await desk.mustQuote(8_000, { usePoints: 50 });
  await shop.must('fay-5', 'member', 'reward.redeem', { key: 'redeem-key', rewardId: 'sticker' });
  expect(await desk.confirm(quoteId, 'QF1')).toMatchObject({ refusal: { args: { what: 'points.short', need: 50, have: 40 } } });
  await shop.cloud.data.update('vouchers', { _id: ten }, { $set: { state: 'revoked' } });
  expect(await desk.confirm(quoteId, 'QF1')).toMatchObject({ refusal: { args: { what: 'voucher.revoked', voucherEn: '¥10 off ¥50' } } });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'QF1' })).toEqual([]);
  expect(await pointsOf('fay-5')).toMatchObject({ available: 40, pending: 0 });
});

test('an offer or a tier that changed since the quote is said', async () => {
  await publish(shop, 'offers', [offerRow('day', { kind: 'discountDay', pricePercent: 90 })]);
  const desk = await openDesk(shop, 'gina-6');
  const quoted = await desk.mustQuote(10_000);
  expect(quoted).toMatchObject({ payableFen: 9_000, lines: [{ reason: { kind: 'discountDay', offerId: 'day' } }] });
  await publish(shop, 'offers', [offerRow('day', { kind: 'discountDay', pricePercent: 90 }, { active: false })]);
  expect(await desk.confirm(quoted.quoteId, 'QG1')).toMatchObject({ refusal: { args: { what: 'quote.price' } } });
  const plain = await desk.mustQuote(10_000);
  const [member] = await shop.cloud.data.find('members', { _id: 'gina-6' });
  const risen = { score: [{ month: '2026-11', points: 5_000 }], tier: 'lantern', reviewOn: '2027-12-08' };
  await shop.cloud.data.update('accounts', { _id: member?.['accountId'] }, { $set: risen });
  expect(await desk.confirm(plain.quoteId, 'QG1')).toMatchObject({ refusal: { args: { what: 'quote.tier' } } });
  expect(await desk.mustQuote(10_000)).toMatchObject({ payableFen: 9_500, points: 142, lines: [{ reason: { kind: 'member' } }] });
});

test('a step of spend-and-gift gives its voucher with the purchase, once', async () => {
  await publish(shop, 'coupons', [couponRow('gift-cup', { claim: 'grant', total: 3 })]);
  const steps = [{ thresholdFen: 50_000, name: { zh: '茶杯', en: 'Cup' }, listedValueFen: 3_900, coupon: 'gift-cup' }];
  await publish(shop, 'offers', [offerRow('spend', { kind: 'spendGift', steps })]);
  const desk = await openDesk(shop, 'hana-7');
  expect(await desk.mustQuote(49_900)).toMatchObject({ gift: null, nextGift: { missingFen: 100 } });
  const { quoteId, gift } = await desk.mustQuote(50_000);
  expect(gift).toMatchObject({ offerId: 'spend', couponId: 'gift-cup' });
  const answers = await Promise.all(Array.from({ length: 4 }, () => desk.confirm(quoteId, 'QH1')));
  const receipt = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))[0];
  expect(receipt?.gift).toMatchObject({ listedValueFen: 3_900, steps: [{ thresholdFen: 50_000, listedValueFen: 3_900 }] });
  const given = await shop.cloud.data.find('vouchers', { couponId: 'gift-cup', state: 'issued' });
  expect(given.map((voucher) => voucher['_id'])).toEqual([receipt?.gift?.voucherId]);
  await publish(shop, 'offers', [offerRow('spend', { kind: 'spendGift', steps }, { active: false })]);
});

test('a purchase with one voucher takes at most thirteen operations', async () => {
  await giveVoucher(shop, 'ida-8', 'ida-ten');
  const desk = await openDesk(shop, 'ida-8');
  const warm = await openDesk(shop, 'ida-8-warm');
  for (let each = 0; each < 8; each += 1) await warm.confirm((await warm.mustQuote(1_000)).quoteId, `QI-warm-${each}`);
  const { quoteId } = await desk.mustQuote(8_000, { usePoints: 10 });
  expect(await desk.confirm(quoteId, 'QI1')).toMatchObject({ ok: true });
  const last = shop.cloud.lastInvocations().filter((record) => record.functionName === 'staff');
  expect(last.at(-1)?.operations).toBeLessThanOrEqual(13);
});
