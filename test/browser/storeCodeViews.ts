import type { Stage, View } from './view';

const codes = '/packages/staff/codes/index';
const mine = '/pages/mine/index';

/** A lead makes a poster code; its poster opens. */
async function make({ page, copy }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.storeCode.makeDo }).click();
  await page.getByRole('img', { name: copy.storeCode.qr }).waitFor();
}

/** The digits of the code that the east gate's lead made last; makes one if there is none. */
async function codeOfEast({ shop }: Stage): Promise<string> {
  const lead = await shop.signIn('lin');
  const input = { key: 'poster-of-views', kind: 'earn', points: 5, perDayMax: 200 };
  const reply = (await lead.call('staff', { method: 'store.makeCode', input, device: 'views-device-01' })) as { value?: { code: string } };
  if (reply.value === undefined) throw new Error(`no poster code: ${JSON.stringify(reply)}`);
  return reply.value.code;
}

async function openSheet({ page, copy }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.storeCode.scanRow }).click();
  await page.getByRole('dialog', { name: copy.storeCode.scanRow }).waitFor();
}

async function typeIn(stage: Stage, digits: string): Promise<void> {
  const { page, copy } = stage;
  await openSheet(stage);
  await page.getByRole('textbox', { name: copy.storeCode.typed }).fill(digits);
  await page.getByRole('button', { name: copy.storeCode.typedDo }).click();
}

/** Poster codes at the staff's and at the member's, in the order in which these things happen. */
export const storeCodeViews: readonly View[] = [
  {
    name: 'codes-none',
    person: 'qing',
    route: codes,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.storeCode.noneClerk).waitFor();
    },
  },
  {
    name: 'codes-poster',
    person: 'lin',
    route: codes,
    kind: 'screen',
    reach: make,
  },
  {
    name: 'codes',
    person: 'lin',
    route: codes,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.storeCode.open).waitFor();
    },
  },
  {
    name: 'codes-end',
    person: 'lin',
    route: codes,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await make(stage);
      await page.getByRole('button', { name: copy.storeCode.close }).click();
      await page.getByRole('dialog', { name: copy.storeCode.close }).waitFor();
    },
  },
  { name: 'store-scan', person: 'xiaoman', route: mine, kind: 'screen', reach: openSheet },
  {
    name: 'store-scan-gained',
    person: 'xiaoman',
    route: mine,
    kind: 'state',
    reach: async (stage) => {
      await typeIn(stage, await codeOfEast(stage));
      await stage.page.getByRole('dialog').getByRole('status').waitFor();
    },
  },
  {
    name: 'store-scan-done',
    person: 'xiaoman',
    route: mine,
    kind: 'state',
    reach: async (stage) => {
      await typeIn(stage, await codeOfEast(stage));
      await stage.page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
];
