import type { Locator } from 'playwright-core';
import { redeemTeaSample } from './redeemTeaSample';
import { record } from './staffViews';
import type { Stage, View } from './view';

const till = '/packages/staff/till/index';
const refund = '/packages/staff/refund/index';
const shift = '/packages/staff/shift/index';
const teaSample = { zh: '桂花乌龙小罐', en: 'Osmanthus oolong tin' } as const;

/** Records a purchase, then finds it at the refund desk. */
async function find(stage: Stage): Promise<void> {
  const { page, shop, copy } = stage;
  const orderNo = await record(stage);
  await page.goto(`${shop.address}/#${refund}`);
  await page.getByRole('textbox', { name: copy.refund.finding }).fill(orderNo);
  await page.getByRole('button', { name: copy.refund.find }).click();
  await page.getByRole('button', { name: copy.refund.all }).waitFor();
}

/** The key that pays back; how much depends on the offers of the day. */
function refundKey({ page, copy }: Stage): Locator {
  return page.getByRole('button', { name: new RegExp(copy.refund.confirm('[0-9,.]+')) });
}

async function choose(stage: Stage): Promise<void> {
  await find(stage);
  await stage.page.getByRole('button', { name: stage.copy.refund.all }).click();
  await refundKey(stage).waitFor();
}

/** Refunds, voids, shifts and cancelled redemptions, in the order they should be visited. */
export const refundViews: readonly View[] = [
  {
    name: 'refund',
    person: 'qing',
    route: refund,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.refund.startNote).waitFor();
    },
  },
  {
    name: 'refund-unknown',
    person: 'qing',
    route: refund,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('textbox', { name: copy.refund.finding }).fill('NO-SUCH');
      await page.getByRole('button', { name: copy.refund.find }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'refund-choose', person: 'qing', route: till, kind: 'screen', reach: choose },
  {
    name: 'refund-done',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await choose(stage);
      await refundKey(stage).click();
      await stage.page.getByRole('button', { name: stage.copy.refund.another }).waitFor();
    },
  },
  {
    name: 'refund-void',
    person: 'lin',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await find(stage);
      await stage.page.getByRole('button', { name: stage.copy.refund.void }).click();
      await stage.page.getByText(stage.copy.refund.voidNote).waitFor();
    },
  },
  {
    name: 'shift',
    person: 'lin',
    route: shift,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.shift.list).first().waitFor();
    },
  },
  {
    name: 'shift-open',
    person: 'lin',
    route: shift,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.shift.list).first().waitFor();
      const key = page.getByRole('button', { name: copy.shift.open, exact: true });
      if (await key.isVisible()) await key.click();
      await page.getByRole('button', { name: copy.shift.close, exact: true }).waitFor();
    },
  },
  {
    name: 'shift-close',
    person: 'lin',
    route: shift,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.shift.close, exact: true }).click();
      await page.getByText(copy.shift.closeAsk).waitFor();
    },
  },
  {
    name: 'pickup-cancel',
    person: 'xiaoman',
    route: '/pages/rewards/index',
    kind: 'state',
    reach: async ({ page, shop, copy, language }) => {
      await redeemTeaSample(shop);
      await page.getByRole('tab', { name: copy.reward.mine }).click();
      await page.getByRole('button', { name: teaSample[language] }).first().click();
      await page.getByRole('button', { name: copy.refund.cancel }).click();
      await page.getByRole('button', { name: copy.refund.keep }).waitFor();
    },
  },
];
