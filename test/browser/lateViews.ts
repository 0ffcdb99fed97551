import { memberCode } from './memberCode';
import { enterPurchase, typeCode } from './tillActs';
import type { Stage, View } from './view';

const till = '/packages/staff/till/index';

/** Scans a member while there is no network; wrong digits when asked, which only the server can tell. */
async function scanOffline({ phone, page, shop, copy }: Stage, wrong = false): Promise<void> {
  await page.getByRole('button', { name: copy.store.scan.scan }).waitFor();
  await shop.advanceClock(60_000);
  // The phone learns the shop's new time from an answer, before it is without network.
  await Promise.all([page.waitForResponse((response) => response.url().endsWith('/fn/staff')), page.reload()]);
  await page.getByRole('button', { name: copy.store.scan.scan }).waitFor();
  const code = await memberCode(shop, 'xiaoman');
  await phone.setOffline(true);
  await page.getByText(copy.house.offlineTill).waitFor();
  const sixth = code.endsWith('0') ? '1' : '0';
  await typeCode(page, wrong ? code.slice(0, 21) + sixth : code, copy);
}

async function keep(stage: Stage, orderNo: string, wrong = false): Promise<void> {
  const { page, copy } = stage;
  await scanOffline(stage, wrong);
  await enterPurchase(page, { amount: '48.5', orderNo }, copy);
  await page.getByRole('button', { name: copy.purchaseLate.keep('48.50') }).click();
  await page.getByText(copy.purchaseLate.waiting).first().waitFor();
}

let orders = 0;
const nextOrder = (): string => {
  orders += 1;
  return `OFF-${orders}`;
};

/** The till without network, in the order in which these things happen. */
export const lateViews: readonly View[] = [
  {
    name: 'till-late-form',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      await scanOffline(stage);
      await enterPurchase(stage.page, { amount: '48.5', orderNo: 'OFF-0' }, stage.copy);
      await stage.page.getByRole('button', { name: stage.copy.purchaseLate.keep('48.50') }).waitFor();
    },
  },
  {
    name: 'till-late-waiting',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: (stage) => keep(stage, nextOrder()),
  },
  {
    name: 'till-late-recorded',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await keep(stage, nextOrder());
      await stage.phone.setOffline(false);
      await stage.page.getByText(stage.copy.purchaseLate.recorded).first().waitFor();
    },
  },
  {
    name: 'till-late-refused',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await keep(stage, nextOrder(), true);
      await stage.phone.setOffline(false);
      await stage.page.getByRole('button', { name: stage.copy.purchaseLate.seen }).waitFor();
    },
  },
];
