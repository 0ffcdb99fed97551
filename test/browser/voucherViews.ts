import { showsText } from './showsText';
import type { Stage, View } from './view';

const wallet = '/packages/wallet/vouchers/index';
const coupons = '/packages/wallet/coupons/index';
const till = '/packages/staff/till/index';

/** What the member function answers the demo's own shopper. */
async function ask<Value>({ shop }: Stage, method: string, input: object): Promise<Value> {
  const { call } = await shop.signIn('xiaoman');
  const reply = (await call('member', { method, input, device: 'gallery' })) as { value: Value };
  return reply.value;
}

interface Held {
  readonly vouchers: readonly { readonly voucherId: string; readonly code: string; readonly terms: { readonly couponId: string } }[];
}

const usable = async (stage: Stage): Promise<Held['vouchers']> => (await ask<Held>(stage, 'voucher.mine', { tab: 'usable' })).vouchers;

/** The id of one of the shopper's vouchers of a coupon; claims one where there is none. */
async function voucherOf(stage: Stage, couponId: string): Promise<{ readonly voucherId: string; readonly code: string }> {
  const held = (await usable(stage)).find((each) => each.terms.couponId === couponId);
  if (held !== undefined) return held;
  const claimed = await ask<{ readonly voucher: Held['vouchers'][number] }>(stage, 'voucher.claim', {
    key: `gallery-${couponId}`,
    couponId,
  });
  return claimed.voucher;
}

async function openVoucher(stage: Stage, couponId: string): Promise<void> {
  const { voucherId } = await voucherOf(stage, couponId);
  await stage.page.goto(`${stage.shop.address}/#/packages/wallet/voucher/index?voucher=${encodeURIComponent(voucherId)}`);
  await stage.page.getByRole('img', { name: stage.copy.voucher.detail.qr }).waitFor();
}

/** A gift on offer, seen by whoever the view's person is. */
async function openGift(stage: Stage): Promise<void> {
  const { voucherId } = await voucherOf(stage, 'autumn-30');
  const { token } = await ask<{ readonly token: string }>(stage, 'voucher.offerGift', { key: 'gallery-offer', voucherId });
  await stage.page.goto(`${stage.shop.address}/#/packages/wallet/gift/index?token=${token}`);
}

/** Wallet, voucher, claiming, giving, and redeeming at the counter. */
export const voucherViews: readonly View[] = [
  { name: 'vouchers', person: 'xiaoman', route: wallet, kind: 'screen', reach: showsText(({ copy }) => copy.voucher.toCoupons) },
  {
    name: 'vouchers-used',
    person: 'xiaoman',
    route: wallet,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('tab', { name: copy.voucher.tabs.used }).click();
      await page.getByRole('tab', { name: copy.voucher.tabs.used, selected: true }).waitFor();
    },
  },
  {
    name: 'vouchers-not-joined',
    person: 'newcomer',
    route: wallet,
    kind: 'state',
    reach: showsText(({ copy }) => copy.voucher.coupons.joinFirst),
  },
  {
    name: 'coupons',
    person: 'xiaoman',
    route: coupons,
    kind: 'screen',
    reach: showsText(({ language }) => ({ zh: '满200减30', en: '¥30 off ¥200' })[language]),
  },
  {
    name: 'coupons-wrong-word',
    person: 'xiaoman',
    route: coupons,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByLabel(copy.voucher.coupons.word).fill('LATERN');
      await page.getByRole('button', { name: copy.voucher.coupons.wordGo, exact: true }).first().click();
      await page.locator('.field__wrong').waitFor();
    },
  },
  { name: 'voucher', person: 'xiaoman', route: wallet, kind: 'screen', reach: (stage) => openVoucher(stage, 'tea-day') },
  {
    name: 'voucher-give',
    person: 'xiaoman',
    route: wallet,
    kind: 'state',
    reach: async (stage) => {
      await openVoucher(stage, 'cake');
      await stage.page.getByRole('button', { name: stage.copy.voucher.detail.give }).click();
      await stage.page.getByRole('button', { name: stage.copy.voucher.gift.confirm }).click();
      await stage.page.getByRole('button', { name: stage.copy.voucher.gift.copy }).waitFor();
    },
  },
  {
    name: 'gift-own',
    person: 'xiaoman',
    route: wallet,
    kind: 'state',
    reach: async (stage) => {
      await openGift(stage);
      await stage.page.getByText(stage.copy.voucher.gift.ownNote).waitFor();
    },
  },
  {
    name: 'gift-stranger',
    person: 'newcomer',
    route: wallet,
    kind: 'screen',
    reach: async (stage) => {
      await openGift(stage);
      await stage.page.getByText(stage.copy.voucher.gift.joinFirst).waitFor();
    },
  },
  {
    name: 'voucher-unknown',
    person: 'xiaoman',
    route: '/packages/wallet/voucher/index?voucher=nothing',
    kind: 'state',
    reach: showsText(({ copy }) => copy.voucher.detail.unknown),
  },
  {
    name: 'till-voucher',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      const { code } = await voucherOf(stage, 'tasting');
      const { page, copy } = stage;
      await page.getByRole('button', { name: copy.store.scan.typed }).click();
      await page.getByLabel(copy.store.scan.cardNumber).fill(code);
      await page.getByRole('button', { name: copy.store.scan.typedSubmit }).click();
      await page.getByRole('button', { name: copy.voucher.desk.redeem }).waitFor();
    },
  },
];
