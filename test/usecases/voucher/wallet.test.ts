import { isLegalHistory } from '@shared/voucher/legalSteps';
import type { VoucherView } from '@shared/voucher/view';
import { openShop, type TestShop } from '../openShop';
import { couponRow } from './couponRow';

const dayMs = 86_400_000;
const grantRow = couponRow('gift', { claim: 'page', perMember: 20 });

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  const rows = [
    grantRow,
    couponRow('own', { giftable: false }),
    couponRow('word', { claim: 'code', code: 'TEA2026', perMember: 2 }),
    couponRow('priced', { claim: 'grant', points: 30, total: 3 }),
    couponRow('other', { claim: 'grant', points: 10 }),
  ];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  await shop.join('anna');
  await shop.join('bert');
});
afterEach(() => shop.close());

let taps = 0;
async function claim(openid: string, couponId = 'gift'): Promise<VoucherView> {
  taps += 1;
  return (await shop.must(openid, 'member', 'voucher.claim', { key: `claim-tap-${taps}`, couponId })).voucher;
}

const mine = async (openid: string, tab: 'usable' | 'used' | 'lapsed' = 'usable') =>
  (await shop.must(openid, 'member', 'voucher.mine', { tab })).vouchers;

test('a gift goes to the first of many who accept it, once, with a new code; the giver has it no more', async () => {
  const voucher = await claim('anna');
  const { token } = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId: voucher.voucherId });
  const friends = ['bert', 'cara', 'dora', 'emil'];
  await Promise.all(friends.slice(1).map((openid) => shop.join(openid)));
  const answers = await Promise.all(
    friends.map((openid) => shop.call(openid, 'member', 'voucher.acceptGift', { key: `accept-${openid}`, token })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'gift.taken')).toHaveLength(3);
  const taker = friends[answers.findIndex((answer) => answer.ok)] ?? '';
  const [taken] = await mine(taker);
  expect(taken).toMatchObject({ voucherId: voucher.voucherId, standing: 'usable' });
  expect(taken?.code).not.toBe(voucher.code);
  expect(await mine('anna')).toEqual([]);
  expect(await shop.must(taker, 'member', 'voucher.gift', { token })).toMatchObject({ standing: 'yours' });
  expect(await shop.must('stranger', 'member', 'voucher.gift', { token })).toMatchObject({ standing: 'taken', joined: false });
  const [document] = await shop.cloud.data.find('vouchers', { _id: voucher.voucherId });
  expect(isLegalHistory(document as never)).toBe(true);
  expect(await shop.call('anna', 'member', 'voucher.withdrawGift', { key: 'withdraw-1', voucherId: voucher.voucherId })).toMatchObject({
    refusal: { code: 'gift.taken' },
  });
});

test('one’s own gift cannot be accepted, and a gift taken back or left lying is the giver’s again', async () => {
  const { voucherId } = await claim('anna');
  const first = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId });
  expect(await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId })).toEqual(first);
  const accept = (openid: string, token: string) => shop.call(openid, 'member', 'voucher.acceptGift', { key: `accept-${openid}`, token });
  expect(await accept('anna', first.token)).toMatchObject({ refusal: { code: 'gift.own' } });
  expect(await shop.must('anna', 'member', 'voucher.withdrawGift', { key: 'withdraw-1', voucherId })).toMatchObject({ standing: 'usable' });
  expect(await accept('bert', first.token)).toMatchObject({ refusal: { code: 'gift.lapsed' } });
  const second = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0002', voucherId });
  shop.cloud.clock.setMs(second.until + 1);
  expect(await accept('bert', second.token)).toMatchObject({ refusal: { code: 'gift.lapsed' } });
  expect(await mine('anna')).toMatchObject([{ voucherId, standing: 'usable', gift: null }]);
  const third = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0003', voucherId });
  expect(await accept('bert', third.token)).toMatchObject({ ok: true });
});

test('a tap that offered a gift means that gift for ever: after it lapsed, was taken, and with another voucher', async () => {
  const [{ voucherId }, other] = [await claim('anna'), await claim('anna')];
  const offer = (id = voucherId) => shop.call('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId: id });
  const first = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId });
  shop.cloud.clock.setMs(first.until + 1);
  const { token, until } = first;
  expect(await offer()).toMatchObject({ ok: true, value: { token, until, voucher: { standing: 'usable', gift: null } } });
  expect(await offer(other.voucherId)).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await shop.cloud.data.find('gifts', {})).toHaveLength(1);
  const second = await shop.must('anna', 'member', 'voucher.offerGift', { key: 'offer-0002', voucherId });
  expect(second.token).not.toBe(token);
  const taken = await shop.must('bert', 'member', 'voucher.acceptGift', { key: 'accept-bert', token: second.token });
  // Bert's new code is no business of Anna's.
  expect(taken.voucher.code).not.toBe(first.voucher.code);
  expect(await offer()).toMatchObject({ ok: true, value: { token, until, voucher: { voucherId, code: first.voucher.code } } });
});

test('what may not be given, is somebody else’s or is used stays where it is', async () => {
  const own = await claim('anna', 'own');
  const other = await claim('bert');
  const offer = (voucherId: string) => shop.call('anna', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId });
  expect(await offer(own.voucherId)).toMatchObject({ refusal: { code: 'voucher.notGiftable' } });
  expect(await offer(other.voucherId)).toMatchObject({ refusal: { code: 'voucher.unknown' } });
  const lasting = await claim('anna');
  shop.cloud.clock.advanceMs(31 * dayMs);
  expect(await offer(lasting.voucherId)).toMatchObject({ refusal: { code: 'voucher.notUsable' } });
});

test('the wallet is paged by what ends first, and what has ended moves to its own tab', async () => {
  for (let index = 0; index < 9; index += 1) await claim('anna');
  shop.cloud.clock.advanceMs(dayMs);
  for (let index = 0; index < 11; index += 1) await claim('anna');
  const bertOffers = await claim('bert');
  const { token } = await shop.must('bert', 'member', 'voucher.offerGift', { key: 'offer-0001', voucherId: bertOffers.voucherId });
  await shop.must('anna', 'member', 'voucher.acceptGift', { key: 'accept-001', token });
  const first = await shop.must('anna', 'member', 'voucher.mine', { tab: 'usable' });
  expect(first.vouchers).toHaveLength(20);
  const second = await shop.must('anna', 'member', 'voucher.mine', { tab: 'usable', cursor: first.next ?? '' });
  const all = [...first.vouchers, ...second.vouchers];
  expect(new Set(all.map((voucher) => voucher.voucherId)).size).toBe(21);
  expect(all.map((voucher) => voucher.endsOn)).toEqual(all.map((voucher) => voucher.endsOn).sort());
  expect(second.next).toBeNull();
  shop.cloud.clock.advanceMs(29 * dayMs);
  expect(await mine('anna')).toHaveLength(12);
  expect(await mine('anna', 'lapsed')).toHaveLength(9);
});

test('a word gives its coupon; wrong ones lock the member out, right ones included, and only for a while', async () => {
  const type = (word: string, key: string) => shop.call('anna', 'member', 'voucher.claimByWord', { word, key });
  expect(await type(' tea2026', 'word-0001')).toMatchObject({ ok: true, value: { voucher: { terms: { couponId: 'word' } } } });
  for (let index = 0; index < 5; index += 1) {
    expect(await type(`GUESS${index}`, `guess-00${index}`)).toMatchObject({ refusal: { code: 'voucher.wrongWord' } });
  }
  expect(await type('TEA2026', 'word-0002')).toMatchObject({ refusal: { code: 'code.locked', args: { until: '10:10' } } });
  const other = await shop.call('bert', 'member', 'voucher.claimByWord', { word: 'TEA2026', key: 'word-0001' });
  expect(other.ok).toBe(true);
  shop.cloud.clock.advanceMs(10 * 60_000);
  expect(await type('TEA2026', 'word-0002')).toMatchObject({ ok: true });
});

test('five thousand guesses at a word by one member find nothing and count as few tries', async () => {
  const guesses = process.env['LANTERN_PROVE'] === '1' ? 5_000 : 200;
  const answers = await Promise.all(
    Array.from({ length: guesses }, (_, index) =>
      shop.call('anna', 'member', 'voucher.claimByWord', {
        word: index === guesses - 1 ? 'TEA2026' : `W${1000 + index}`,
        key: `guess-${1000 + index}`,
      }),
    ),
  );
  const told = answers.filter((answer) => !answer.ok && answer.refusal.code === 'voucher.wrongWord');
  expect(told.length).toBeLessThanOrEqual(5);
  expect(await shop.call('anna', 'member', 'voucher.claimByWord', { word: 'TEA2026', key: 'right-word' })).toMatchObject({
    refusal: { code: 'code.locked' },
  });
});

test('a voucher of the mall costs its points once, and never without the voucher', async () => {
  const buy = (openid: string, couponId: string, key: string) => shop.call(openid, 'member', 'voucher.buy', { key, couponId });
  const answers = await Promise.all(Array.from({ length: 6 }, () => buy('anna', 'priced', 'buy-00001')));
  const accepted = answers.filter((answer) => answer.ok);
  expect(new Set(accepted.map((answer) => answer.value.voucher.voucherId)).size).toBe(1);
  expect(await shop.must('anna', 'member', 'reward.list', {})).toMatchObject({ available: 20 });
  expect(await buy('anna', 'other', 'buy-00001')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await buy('anna', 'priced', 'buy-00002')).toMatchObject({ refusal: { code: 'points.short', args: { have: 20, need: 30 } } });
  expect(await buy('bert', 'gift', 'buy-00001')).toMatchObject({ refusal: { code: 'voucher.noCoupon' } });
  expect(await shop.cloud.data.find('vouchers', { couponId: 'priced', state: 'issued' })).toHaveLength(1);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the page of coupons says what is left, what one has had, and why not', async () => {
  await claim('anna', 'own');
  const { coupons } = await shop.must('anna', 'member', 'voucher.coupons', {});
  expect(coupons.map(({ terms, claimed, whyNot }) => [terms.couponId, claimed, whyNot])).toEqual([
    ['gift', 0, null],
    ['own', 1, 'limit'],
  ]);
});
