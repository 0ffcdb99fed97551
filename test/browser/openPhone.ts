import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Shop } from './openShop';

export interface PhoneOptions {
  /** A demo person's id; without one the sheet to choose a person stays open. */
  readonly person?: string;
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Hash route to begin with, for example `/pages/code/index`. */
  readonly route?: string;
}

/** One person's phone (or the shop's wide screen): a browser context of its own with one page. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong unseen so far: errors on the console, uncaught errors, requests to anywhere but the shop. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
}

const phoneWidth = 390;
const phoneHeight = 844;
/** Sharp enough for a scanner, as phones are. */
const pixelRatio = 2;

/** Opens a phone in the shop, signed in as a demo person. */
export async function openPhone(browser: Browser, shop: Shop, options: PhoneOptions = {}): Promise<Phone> {
  const { person, language = 'zh', theme = 'light', width = phoneWidth, height = phoneHeight, route = '/pages/home/index' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: pixelRatio,
    hasTouch: width < 1024,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems = watch(page, shop);
  await page.goto(`${shop.address}/#${route}`);
  if (person !== undefined) await signIn(page, person);
  return { page, context, problems: () => problems, close: () => context.close() };
}

/** Takes the person's row of the sheet that a new tab begins with. */
async function signIn(page: Page, person: string): Promise<void> {
  await page.locator(`#person-${person}`).click();
  await page.locator(`#person-${person}`).waitFor({ state: 'detached' });
}

function watch(page: Page, shop: Shop): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${shop.address}/`) && !/^(data|blob):/.test(url)) problems.push(`foreign request: ${url}`);
  });
  return problems;
}
