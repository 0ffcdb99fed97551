import type { Page } from 'playwright-core';
import type { Stage, View } from './view';

const settings = '/packages/staff/settings/index';
const shop = (id: string) => ({ id, name: { zh: '新店', en: 'New shop' } });
const rows = {
  shops: [shop('lakeside'), { id: 'lakeside2' }],
  categories: [{ id: 'gifts', name: { zh: '礼物', en: 'Gifts' }, order: 90 }],
};

/** Chooses a file as a person does in the browser's dialogue. */
export async function chooseFile(page: Page, key: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: key, exact: true }).click();
  await (await chooser).setFiles({ name: 'lakeside.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

const opened = ({ page, copy }: Stage): Promise<void> =>
  page.getByRole('button', { name: copy.storeSettings.choose, exact: true }).waitFor();

/** Settings by a file, as an operator sees them: before, a file that is none, a trial with a row that will not do. */
export const settingsViews: readonly View[] = [
  { name: 'settings', person: 'operator', route: settings, kind: 'screen', reach: opened },
  {
    name: 'settings-unread',
    person: 'operator',
    route: settings,
    kind: 'state',
    reach: async (stage) => {
      await opened(stage);
      await chooseFile(stage.page, stage.copy.storeSettings.choose, '{"shop": []}');
      await stage.page.getByText('shop', { exact: false }).first().waitFor();
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'settings-tried',
    person: 'operator',
    route: settings,
    kind: 'state',
    reach: async (stage) => {
      await opened(stage);
      await chooseFile(stage.page, stage.copy.storeSettings.choose, JSON.stringify(rows));
      await stage.page.getByText(stage.copy.storeSettings.sums(2, 0, 0, 1)).waitFor();
    },
  },
  {
    name: 'settings-not-operator',
    person: 'qing',
    route: settings,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.storeSettings.notOperator).waitFor(),
  },
];
