import type { Browser, Page } from 'playwright-core';
import { allViews } from './allViews';
import { findBarriers } from './findBarriers';
import { openChromium } from './openChromium';
import { openShop, type Shop } from './openShop';
import { standStill } from './standStill';
import { tourViews, type Tour } from './tourViews';
import type { View } from './view';

const named = allViews.map((view): readonly [string, View] => [view.name, view]);

describe('every screen', () => {
  let shop: Shop;
  let browser: Browser;
  let tour: Tour;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    tour = tourViews(browser, shop, {});
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it.each(named)('keeps nobody out, by day and by night: %s', async (_name, view) => {
    const { page } = await tour.visit(view);
    expect(await findBarriers(page)).toEqual([]);
    if (view.kind === 'screen') expect(await barriersInTheDark(page)).toEqual([]);
  });

  it('left no error behind and asked no other machine for anything', async () => {
    expect(await tour.problems()).toEqual([]);
  });
});

/** The same markup in other colours: only what colours can break is looked at again. */
async function barriersInTheDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  try {
    await standStill(page);
    return await findBarriers(page, ['color-contrast']);
  } finally {
    await page.emulateMedia({ colorScheme: 'light' });
  }
}
