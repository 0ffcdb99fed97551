import { memberCode } from './memberCode';
import { typeCode } from './tillActs';
import type { Stage, View } from './view';

const till = '/packages/staff/till/index';
const cake = { zh: '桂花米糕', en: 'Osmanthus rice cake' } as const;

/** A member at the till, and the sheet with goods. */
async function openGoods({ page, shop, copy }: Stage): Promise<void> {
  await shop.advanceClock(60_000);
  await typeCode(page, await memberCode(shop, 'xiaoman'), copy);
  await page.getByRole('button', { name: copy.purchaseGoods.open }).click();
  await page.getByRole('dialog', { name: copy.purchaseGoods.title }).waitFor();
}

/** Goods put in by product, in the order in which these things happen. */
export const goodsViews: readonly View[] = [
  {
    name: 'till-goods',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      await openGoods(stage);
      await stage.page.getByRole('button', { name: cake[stage.language] }).click();
      await stage.page.getByText(stage.copy.purchaseGoods.added(cake[stage.language])).waitFor();
    },
  },
  {
    name: 'till-goods-none',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await openGoods(stage);
      await stage.page.getByRole('textbox', { name: stage.copy.purchaseGoods.search }).fill('zzz');
      await stage.page.getByText(stage.copy.purchaseGoods.none).waitFor();
    },
  },
  {
    name: 'till-goods-unknown',
    person: 'qing',
    route: till,
    kind: 'state',
    reach: async (stage) => {
      await openGoods(stage);
      const field = stage.page.getByRole('textbox', { name: stage.copy.purchaseGoods.search });
      await field.fill('6900000000000');
      await field.press('Enter');
      await stage.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'till-basket',
    person: 'qing',
    route: till,
    kind: 'screen',
    reach: async (stage) => {
      const { page, copy, language } = stage;
      await openGoods(stage);
      for (const text of [cake[language], '6901028022']) {
        const field = page.getByRole('textbox', { name: copy.purchaseGoods.search });
        await field.fill(text);
        await page.getByRole('dialog').getByRole('button', { name: text }).click();
      }
      await page.getByRole('button', { name: copy.purchaseGoods.done }).click();
      const quoted = page.waitForResponse((response) => (response.request().postData() ?? '').includes('purchase.quote'));
      await page.getByRole('button', { name: copy.purchaseGoods.more(cake[language]) }).click();
      await quoted;
      // While a new price is asked for, the old one is dimmed.
      await page.locator('.quote-card__steps:not(.quote-card__steps--old)').waitFor();
      await page.getByRole('button', { name: copy.purchaseGoods.open }).scrollIntoViewIfNeeded();
    },
  },
];
