import type { Browser } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readCode } from './readCode';
import { words } from './words';

const zh = words('zh');

describe('the main job, in a browser, on the production build', () => {
  let shop: Shop;
  let browser: Browser;
  let shopper: Phone;
  let memberPicture: Buffer;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    shopper = await openPhone(browser, shop, { person: 'newcomer' });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('greets a newcomer with what a card brings, and ticks nothing for them', async () => {
    const { page } = shopper;
    await page.getByRole('button', { name: zh.member.welcome.join }).click();
    const sheet = page.getByRole('dialog', { name: zh.member.join.title });
    const boxes = await sheet.getByRole('checkbox').all();
    expect(await Promise.all(boxes.map((box) => box.getAttribute('aria-checked')))).toEqual(['false', 'false', 'false']);
    expect(await sheet.getByRole('button', { name: zh.member.join.submit }).getAttribute('aria-disabled')).toBe('true');
  });

  it('opens a card once terms and age are agreed to, with the welcome gift on it', async () => {
    const { page } = shopper;
    await page.getByRole('textbox', { name: zh.member.join.nickname }).fill('阿月');
    await page.getByRole('checkbox', { name: zh.member.join.consent }).click();
    await page.getByRole('checkbox', { name: zh.member.join.age }).click();
    await page.getByRole('button', { name: zh.member.join.submit }).click();
    await page.getByText(zh.member.join.done('50')).waitFor();
    await page.getByText(zh.member.tierMember('萤火')).waitFor();
  });

  it("pays the day's check-in on the spot", async () => {
    const { page } = shopper;
    await page.getByRole('button', { name: zh.checkin.perform(5) }).click();
    await page.getByText(zh.checkin.done).waitFor();
    await page.getByText('55', { exact: true }).waitFor();
  });

  it('shows a code whose picture a scanner reads alike as QR and as bars', async () => {
    const { page } = shopper;
    await page.getByRole('button', { name: zh.house.showCode }).click();
    await page.getByText(zh.member.code.works).waitFor();
    memberPicture = await page.screenshot();
    const code = await readCode(memberPicture, 'QR');
    expect(code).toMatch(/^9\d{21}$/);
    expect(await readCode(await page.getByRole('img', { name: zh.member.code.bars }).screenshot(), 'Code 128')).toBe(code);
  });

  it('left no error and asked no other machine for anything', () => {
    expect(shopper.problems).toEqual([]);
  });
});
