import { openCloud, type LocalCloud } from '@localcloud/index';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findBarriers } from './findBarriers';
import { openChromium } from './openChromium';

describe('the page for looking inside the local cloud', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'inside-'));
  const faults: string[] = [];
  let cloud: LocalCloud;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const functionsDir = join(__dirname, '..', 'cloud', 'functions');
    const timers = [{ name: 'nightly', cron: '0 0 2 * * * *' }];
    cloud = await openCloud({
      dataDir,
      collections: [
        { name: 'plants', indexes: [{ name: 'place', keys: { shelf: 1 } }] },
        { name: 'guestbook', indexes: [] },
      ],
      functions: [
        { name: 'probe', directory: join(functionsDir, 'probe'), timeoutMs: 5000, callers: 'loggedIn', timers },
        {
          name: 'guestbook',
          directory: join(functionsDir, 'guestbook'),
          timeoutMs: 5000,
          callers: 'nobody',
          timers: [{ name: 'daily', cron: '0 0 9 * * * *' }],
        },
        {
          name: 'platform',
          directory: join(functionsDir, 'platform'),
          timeoutMs: 5000,
          callers: 'loggedIn',
          openapi: ['subscribeMessage.send'],
        },
      ],
      templates: [{ id: 'tpl-ready', fields: ['thing1', 'amount2'] }],
    });
    await cloud.data.insert(
      'plants',
      Array.from({ length: 30 }, (_, n) => ({ _id: `p${n}`, shelf: n, word: '<b>bold</b>', at: new Date(n) })),
    );
    cloud.clock.setMs(Date.UTC(2030, 0, 1));
    browser = await openChromium();
    page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
    await page.goto(`${cloud.address ?? ''}/inside/#${cloud.controlToken}`);
  });
  afterAll(async () => {
    await browser.close();
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const main = (): Promise<string> => page.innerText('main');
  const open = (part: string): Promise<void> => page.getByRole('link', { name: part, exact: true }).click();

  it('takes the token out of the address and lists the collections', async () => {
    await page.waitForSelector('text=place {"shelf":1}');
    expect(page.url()).not.toContain(cloud.controlToken);
    expect(await main()).toContain('30');
  });

  it('finds documents by a query, opens one whole and turns the page, by keyboard alone', async () => {
    await page.getByRole('link', { name: 'plants' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=1 to 20 of 30');
    await page.getByRole('button', { name: 'Later' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=21 to 30 of 30');
    await page.getByLabel('Query (JSON)').fill('{"shelf": 7}');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=1 to 1 of 1');
    await page.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] pre').innerText()).toBe(
      JSON.stringify({ _id: 'p7', shelf: 7, word: '<b>bold</b>', at: { $date: '1970-01-01T00:00:00.007Z' } }, null, 2),
    );
  });

  it('says what is wrong with a query', async () => {
    await page.getByLabel('Query (JSON)').fill('{"shelf":');
    await page.keyboard.press('Enter');
    await page.waitForSelector('role=alert >> text=The query must be a JSON object');
    // The browser itself notes the refused request.
    expect(faults.splice(0)).toEqual([expect.stringContaining('400')]);
  });

  it('runs a timer now, and the call is in the log', async () => {
    await open('Timers and clock');
    const ran = page.waitForResponse('**/control/timer');
    await page.getByRole('button', { name: 'Run now: nightly' }).click();
    await (await ran).finished();
    expect(faults.splice(0)).toEqual([expect.stringContaining('400')]);
    await page.getByRole('button', { name: 'Run now: daily' }).click();
    await page.waitForSelector('role=status >> text=The timer daily ran.');
    expect(await page.locator('#refusal').isVisible()).toBe(false);
    await open('Calls');
    await page.waitForSelector('main td >> text=FUNCTIONS_EXECUTE_FAIL');
    expect(await page.locator('#done').innerText()).toBe('');
  });

  it('shows a message that a function sent with the real SDK', async () => {
    await cloud.wechat.accept('oLin', 'tpl-ready');
    const data = { thing1: { value: '<b>Tea</b> is ready' }, amount2: { value: '¥12.50' } };
    const args = JSON.stringify({ touser: 'oLin', templateId: 'tpl-ready', page: 'pages/order/index?id=7', data });
    const sent = await cloud.call('platform', { path: 'openapi.subscribeMessage.send', root: 'wx', args }, { openid: 'oShop' });
    expect(sent).toEqual({ value: expect.stringContaining('subscribeMessage.send:ok') });
    await open('Messages');
    await page.waitForSelector('main td >> text=oLin');
    const shown = await page.locator('main tbody tr').allInnerTexts();
    expect(shown).toEqual([expect.stringContaining('tpl-ready')]);
    for (const part of ['thing1: <b>Tea</b> is ready', 'amount2: ¥12.50', 'pages/order/index?id=7']) expect(shown[0]).toContain(part);
  });

  it('advances the clock and sets it', async () => {
    await open('Timers and clock');
    await page.getByRole('button', { name: 'A day on' }).click();
    await page.waitForSelector('#now >> text=2030-01-02');
    await page.getByLabel('Set the clock (UTC)').fill('2031-05-06 07:08:09');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#now >> text=2031-05-06');
    expect(new Date(cloud.clock.nowMs()).toISOString()).toContain('2031-05-06T07:08');
  });

  it.each(['light', 'dark'] as const)('has no barriers and no faults in %s, in any part', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const part of ['Data', 'Calls', 'Messages', 'Timers and clock']) {
      await open(part);
      await page.waitForSelector(`nav a[aria-current] >> text=${part}`);
      await page.waitForSelector('main h2');
      expect(await findBarriers(page)).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
});
