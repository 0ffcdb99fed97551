import type { Browser, Page } from 'playwright-core';
import { demoPeople } from '../../config/demo/people';
import type { Shop } from './openShop';
import { words, type Language } from './words';

export interface PhoneOptions {
  /** A demo person's id; without one the sheet to choose a person stays open. */
  readonly person?: string;
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Hash route to begin with. */
  readonly route?: string;
}

/** One person's phone (or the shop's wide screen): a browser context of its own with one page. */
export interface Phone {
  readonly page: Page;
  /** Cuts the network, or mends it. */
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** What went wrong unseen so far: errors on the console, uncaught errors, requests to anywhere but the shop. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

const phoneWidth = 390;
const phoneHeight = 844;
const wideFromWidth = 1024;
/** Sharp enough for a scanner, as phones are. */
const pixelRatio = 2;

/** Opens a phone in the shop, signed in as a demo person. */
export async function openPhone(browser: Browser, shop: Shop, options: PhoneOptions = {}): Promise<Phone> {
  const { person, language = 'zh', theme = 'light', width = phoneWidth, height = phoneHeight, route = '/pages/home/index' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: pixelRatio,
    hasTouch: width < wideFromWidth,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const network = { offline: false };
  const problems = watch(page, shop, network);
  await page.goto(`${shop.address}/#${route}`);
  if (person !== undefined) await signIn(page, person, language);
  const setOffline = async (offline: boolean): Promise<void> => {
    network.offline = offline;
    await context.setOffline(offline);
  };
  return { page, problems, setOffline, close: () => context.close() };
}

/** Takes a person's row in the sheet that a new tab begins with. */
export async function signIn(page: Page, person: string, language: Language = 'zh'): Promise<void> {
  const name = demoPeople.find(({ id }) => id === person)?.label[language];
  if (name === undefined) throw new Error(`There is no demo person ${person}`);
  const sheet = page.getByRole('dialog', { name: words(language).house.person.title });
  await sheet.getByRole('button', { name: words(language).house.person.switchTo(name) }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** What the browser itself writes on the console when a request fails for want of a network. */
const disconnected = /ERR_INTERNET_DISCONNECTED/;

function watch(page: Page, shop: Shop, network: { readonly offline: boolean }): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' || (network.offline && disconnected.test(message.text()))) return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${shop.address}/`) && !/^(data|blob):/.test(url)) problems.push(`foreign request: ${url}`);
  });
  return problems;
}
