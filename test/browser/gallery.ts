import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { allViews } from './allViews';
import { shopBookingViews } from './bookingViews';
import { contactSheet, type Picture } from './contactSheet';
import { openChromium } from './openChromium';
import type { PhoneOptions } from './openPhone';
import { openShop } from './openShop';
import { goodsViews } from './goodsViews';
import { jobViews } from './jobViews';
import { refundViews } from './refundViews';
import { reviewViews } from './reviewViews';
import { settingsViews } from './settingsViews';
import { staffViews } from './staffViews';
import { standStill } from './standStill';
import { tourViews } from './tourViews';
import type { View } from './view';

interface Pass {
  readonly name: string;
  readonly looks: Pick<PhoneOptions, 'language' | 'theme' | 'width' | 'height'>;
  readonly views: readonly View[];
}

const isScreen = ({ kind }: View): boolean => kind === 'screen';
const deskViews: readonly View[] = [...staffViews, ...shopBookingViews, ...refundViews, ...reviewViews, ...jobViews, ...settingsViews];
const wide = { width: 1280, height: 800 } as const;

/** Every view in light and Chinese, each screen once in the dark and once in English, the staff's also wide. */
const passes: readonly Pass[] = [
  { name: 'light-zh', looks: {}, views: allViews },
  { name: 'dark-zh', looks: { theme: 'dark' }, views: allViews.filter(isScreen) },
  { name: 'light-en', looks: { language: 'en' }, views: allViews.filter(isScreen) },
  { name: 'wide-light-zh', looks: wide, views: [...deskViews, ...goodsViews] },
  {
    name: 'wide-dark-en',
    looks: { ...wide, theme: 'dark', language: 'en' },
    views: deskViews.filter(isScreen),
  },
];

async function picturesOf(browser: Browser, pass: Pass, folder: string): Promise<Picture[]> {
  const shop = await openShop();
  const tour = tourViews(browser, shop, pass.looks);
  const pictures: Picture[] = [];
  try {
    for (const view of pass.views) {
      const file = `${pass.name}-${view.name}.png`;
      const trouble = await tour.visit(view).then(
        async ({ page }) => {
          await standStill(page);
          await page.screenshot({ path: join(folder, file) });
          return undefined;
        },
        (fault: unknown) => String(fault).split('\n')[0],
      );
      pictures.push({ pass: pass.name, name: view.name, file, trouble });
      console.log(`${trouble === undefined ? '✔' : '✘'} ${pass.name} ${view.name}${trouble === undefined ? '' : `: ${trouble}`}`);
    }
    for (const problem of await tour.problems()) console.log(`  ${pass.name}: ${problem}`);
  } finally {
    await shop.close();
  }
  return pictures;
}

/** Takes all pictures into out/gallery, or only those of the passes named; gives the exit code. */
async function gallery(only: readonly string[]): Promise<number> {
  const folder = resolve('out/gallery');
  if (only.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await openChromium();
  const pictures: Picture[] = [];
  try {
    for (const pass of passes.filter(({ name }) => only.length === 0 || only.includes(name))) {
      pictures.push(...(await picturesOf(browser, pass, folder)));
    }
  } finally {
    await browser.close();
  }
  writeFileSync(join(folder, 'index.html'), contactSheet(pictures));
  const failed = pictures.filter(({ trouble }) => trouble !== undefined).length;
  console.log(`${pictures.length - failed} pictures in out/gallery, ${failed} missing; out/gallery/index.html shows them together.`);
  return failed === 0 ? 0 : 1;
}

void gallery(process.argv.slice(2)).then((code) => (process.exitCode = code));
