import { memberCode } from './memberCode';
import { redeemTeaSample } from './redeemTeaSample';
import { confirmKey, enterPurchase, typeCode } from './tillActs';
import type { Stage, View } from './view';

const till = '/packages/staff/till/index';

async function receive({ page, shop, copy }: Stage): Promise<void> {
  // Each visit takes a code of its own; the shop's clock goes on to the next one.
  await shop.advanceClock(60_000);
  await typeCode(page, await memberCode(shop, 'xiaoman'), copy);
  await page.getByRole('button', { name: copy.purchase.change }).waitFor();
}

/** Order numbers are for ever: each recorded purchase takes the next one. */
let orders = 1000;

/** Records a purchase at the till; gives its order number. */
export async function record(stage: Stage): Promise<string> {
  const { page, copy } = stage;
  orders += 1;
  const orderNo = `V-${orders}`;
  await receive(stage);
  await enterPurchase(page, { amount: '128.5', orderNo }, copy);
  await confirmKey(page, copy).click();
  await page.getByText(copy.purchase.doneTitle).waitFor();
  return orderNo;
}

/** The staff's screens and states, in the order they should be visited. */
export const staffViews: readonly View[] = [
  {
    name: 'till-not-staff',
    person: 'xiaoman',
    route: till,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.store.notStaffNote).waitFor();
    },
  },
  {
    name: 'till',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.store.scan.scan }).waitFor();
      await page.getByText(copy.purchase.recent).waitFor();
    },
  },
  {
    name: 'till-scanner',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.store.scan.scan }).click();
      await page.getByText(copy.house.scanner.noCamera).waitFor();
    },
  },
  {
    name: 'till-typed',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.store.scan.typed }).click();
      await page.getByRole('dialog', { name: copy.store.scan.typed }).waitFor();
    },
  },
  {
    name: 'till-typed-refused',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await typeCode(page, '9000000000000000123456', copy);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'till-visit', person: 'qing', route: till, kind: 'screen', reach: receive },
  {
    name: 'till-amount',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      await receive(stage);
      await enterPurchase(stage.page, { amount: '128.5', orderNo: 'V-1001' }, stage.copy);
      await confirmKey(stage.page, stage.copy).waitFor();
    },
  },
  {
    name: 'till-vouchers',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      const { page, copy } = stage;
      await receive(stage);
      await enterPurchase(page, { amount: '128.5', orderNo: 'V-1001' }, copy);
      await confirmKey(page, copy).waitFor();
      await page.getByRole('button', { name: /^(选券|Vouchers)/ }).click();
      await page.getByRole('dialog', { name: copy.purchase.vouchersTitle }).waitFor();
    },
  },
  {
    name: 'till-points',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      const { page, copy } = stage;
      await receive(stage);
      await enterPurchase(page, { amount: '128.5', orderNo: 'V-1001' }, copy);
      await confirmKey(page, copy).waitFor();
      await page.getByRole('button', { name: copy.purchase.pointsKey, exact: true }).click();
      await page.getByRole('dialog', { name: copy.purchase.pointsTitle }).waitFor();
    },
  },
  {
    name: 'till-receipt',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      await record(stage);
    },
  },
  {
    name: 'till-order-taken',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await receive(stage);
      await enterPurchase(page, { amount: '9', orderNo: `V-${orders}` }, copy);
      await confirmKey(page, copy).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'till-undo',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      const orderNo = await record(stage);
      await page
        .getByRole('button', { name: copy.purchase.undoNamed(orderNo) })
        .first()
        .click();
      await page.getByRole('button', { name: copy.purchase.undoDo }).waitFor();
    },
  },
  {
    name: 'till-undone',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      const orderNo = await record(stage);
      await page
        .getByRole('button', { name: copy.purchase.undoNamed(orderNo) })
        .first()
        .click();
      await page.getByRole('button', { name: copy.purchase.undoDo }).click();
      await page.getByText(copy.purchase.undone).first().waitFor();
    },
  },
  {
    name: 'till-hand-over',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      await typeCode(stage.page, await redeemTeaSample(stage.shop), stage.copy);
      await stage.page.getByRole('button', { name: stage.copy.reward.handOver.confirm }).waitFor();
    },
  },
  {
    name: 'till-handed-over',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await typeCode(page, await redeemTeaSample(stage.shop), copy);
      await page.getByRole('button', { name: copy.reward.handOver.confirm }).click();
      await page.getByText(copy.reward.handOver.done).waitFor();
    },
  },
  {
    name: 'till-offline',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async ({ phone, page, copy }) => {
      await page.getByRole('button', { name: copy.store.scan.scan }).waitFor();
      await phone.setOffline(true);
      await page.getByText(copy.house.offlineTill).waitFor();
    },
  },
];
