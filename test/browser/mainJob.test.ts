import type { Browser } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readDrawn } from './readDrawn';
import { enterPurchase, nextPerson, scanPicture, typeCode } from './tillActs';
import { words } from './words';

const zh = words('zh');
const dayMs = 86_400_000;

describe('the main job, in a browser, on the production build', () => {
  let shop: Shop;
  let browser: Browser;
  let shopper: Phone;
  let till: Phone;
  let memberPicture: Buffer;
  let pickupPicture: Buffer;
  let pickupCode = '';

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
    await sheet.getByRole('checkbox').last().waitFor();
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
    const earlier = await readDrawn(() => page.screenshot(), 'QR');
    const bars = await readDrawn(() => page.getByRole('img', { name: zh.member.code.bars }).screenshot(), 'Code 128');
    const later = await readDrawn(() => page.screenshot(), 'QR');
    expect(bars.code).toMatch(/^9\d{21}$/);
    // A new window may have begun between two looks.
    expect([earlier.code, later.code]).toContain(bars.code);
    memberPicture = later.picture;
  });

  it('lets the till scan that picture and see who is there', async () => {
    till = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/till/index' });
    await scanPicture(till.page, memberPicture);
    await till.page.getByRole('heading', { name: '阿月' }).waitFor();
    await till.page.getByText(zh.purchase.facts('55')).waitFor();
  });

  it('records ¥128.50 less the welcome voucher in three taps, and says what it earns and from when', async () => {
    const { page } = till;
    await enterPurchase(page, { amount: '128.5', orderNo: 'A-1001' });
    await page.getByText(/预计得 118 分/).waitFor();
    await page.getByText('新会员礼券').waitFor();
    await page.getByText('−¥10.00').waitFor();
    await page.getByRole('button', { name: zh.purchase.confirmAmount('118.50') }).click();
    await page.getByText(zh.purchase.doneTitle).waitFor();
    await page
      .getByText(/^\+118 分/)
      .first()
      .waitFor();
    await nextPerson(page);
  });

  it('shows the shopper 118 points on their way', async () => {
    const { page } = shopper;
    await page.getByRole('button', { name: zh.house.back }).click();
    await page.getByText(/118 分.*入账/).waitFor();
  });

  it('makes them available when the seventh day has come and the jobs have run', async () => {
    await shop.advanceClock(7 * dayMs);
    await shop.runTimer('jobs', 'sweep');
    const { page } = shopper;
    await page.reload();
    await page.getByText('173', { exact: true }).waitFor();
  });

  it('takes points and a piece for a reward, and shows its code', async () => {
    const { page } = shopper;
    await page.getByRole('link', { name: zh.house.tabs.rewards }).click();
    await page.getByRole('button', { name: zh.reward.redeemName('桂花乌龙小罐') }).click();
    await page.getByRole('button', { name: zh.reward.confirm }).click();
    await page.getByRole('button', { name: zh.reward.showOf.goods }).click();
    await page.getByRole('img', { name: zh.reward.pickup.qr }).waitFor();
    ({ code: pickupCode, picture: pickupPicture } = await readDrawn(() => page.screenshot(), 'QR'));
    expect(pickupCode).toMatch(/^8\d{15}$/);
  });

  it('hands the reward over at the till', async () => {
    const { page } = till;
    await scanPicture(page, pickupPicture);
    await page.getByText('桂花乌龙小罐').waitFor();
    await page.getByRole('button', { name: zh.reward.handOver.confirm }).click();
    await page.getByText(zh.reward.handOver.done).waitFor();
    await nextPerson(page);
  });

  it('refuses the same code again, in a sentence that says what happened', async () => {
    const { page } = till;
    await scanPicture(page, pickupPicture);
    await page
      .getByRole('alert')
      .getByText(/这件 .* 已在西湖店取走/)
      .waitFor();
    await typeCode(page, pickupCode);
    await page
      .getByRole('dialog')
      .getByText(/这件 .* 已在西湖店取走/)
      .waitFor();
  });

  it('left no error and asked no other machine for anything', () => {
    expect(shopper.problems).toEqual([]);
    expect(till.problems).toEqual([]);
  });
});
