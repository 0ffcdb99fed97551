import type { Browser } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { chooseFile } from './settingsViews';
import { words } from './words';

const zh = words('zh').storeSettings;
const cause = {
  id: 'reading',
  name: { zh: '乡村书屋', en: 'Village library' },
  detail: { zh: '一分一页', en: 'A page a point' },
  amounts: [10],
};

describe('a settings file', () => {
  let shop: Shop;
  let browser: Browser;
  let phone: Phone;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    phone = await openPhone(browser, shop, { person: 'operator', route: '/pages/mine/index' });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('is tried row by row before anything is written, and then written once however often', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: zh.title }).click();
    const file = JSON.stringify({ causes: [cause, { ...cause, id: 'Not An Id' }] });
    await page.getByRole('button', { name: zh.choose, exact: true }).waitFor();
    await chooseFile(page, zh.choose, file);
    await page.getByText(zh.sums(1, 0, 0, 1)).waitFor();
    const operator = await shop.signIn('operator');
    const causes = async (): Promise<string> =>
      JSON.stringify(await operator.call('console', { method: 'store.list', input: { section: 'causes' }, device: 'desk' }));
    expect(await causes()).not.toContain('reading');
    await page.getByRole('button', { name: zh.write(1), exact: true }).click();
    await page.getByText(zh.written).waitFor();
    expect(await causes()).toContain('reading');
    await chooseFile(page, zh.chooseOther, file);
    await page.getByText(zh.sums(0, 0, 1, 1)).waitFor();
    await page.getByText(zh.nothing).waitFor();
  });

  it('that is none is named for what is wrong with it', async () => {
    await chooseFile(phone.page, zh.chooseOther, '{"cause": []}');
    await phone.page.getByText(zh.faults['settings.unknownSection'].replace('{section}', 'cause')).waitFor();
    expect(phone.problems).toEqual([]);
  });
});
