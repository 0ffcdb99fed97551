import type { Browser } from 'playwright-core';
import { benefitViews } from './benefitViews';
import { findBarriers } from './findBarriers';
import { openChromium } from './openChromium';
import { openShop, type Shop } from './openShop';
import { shopperViews } from './shopperViews';
import { messageViews } from './messageViews';
import { lateViews } from './lateViews';
import { referralViews } from './referralViews';
import { refundViews } from './refundViews';
import { gameViews } from './gameViews';
import { groupViews } from './groupViews';
import { paidCardViews } from './paidCardViews';
import { playViews } from './playViews';
import { rightsViews } from './rightsViews';
import { staffViews } from './staffViews';
import { storeCodeViews } from './storeCodeViews';
import { tourViews, type Tour } from './tourViews';
import type { View } from './view';
import { voucherViews } from './voucherViews';

const views = [
  ...shopperViews,
  ...benefitViews,
  ...paidCardViews,
  ...gameViews,
  ...playViews,
  ...messageViews,
  ...referralViews,
  ...staffViews,
  ...lateViews,
  ...refundViews,
  ...voucherViews,
  ...storeCodeViews,
  ...groupViews,
  ...rightsViews,
];
const screens = views.filter(({ kind }) => kind === 'screen');
const named = (list: readonly View[]): (readonly [string, View])[] => list.map((view) => [view.name, view]);

describe('every screen', () => {
  let shop: Shop;
  let browser: Browser;
  let light: Tour;
  let dark: Tour;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    light = tourViews(browser, shop, { theme: 'light' });
    dark = tourViews(browser, shop, { theme: 'dark' });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it.each(named(views))('keeps nobody out: %s', async (_name, view) => {
    const { page } = await light.visit(view);
    expect(await findBarriers(page)).toEqual([]);
  });

  // The same markup in other colours: only what colours can break is looked at again.
  it.each(named(screens))('is legible in the dark: %s', async (_name, view) => {
    const { page } = await dark.visit(view);
    expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
  });

  it('left no error behind and asked no other machine for anything', async () => {
    expect([...(await light.problems()), ...(await dark.problems())]).toEqual([]);
  });
});
