import type { Browser, Locator } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { typeCode } from './tillActs';
import { words } from './words';

const { booking: zh, voucher } = words('zh');
const hourMs = 3_600_000;

describe('an experience voucher', () => {
  let shop: Shop;
  let browser: Browser;
  let phone: Phone;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    phone = await openPhone(browser, shop, { person: 'xiaoman', route: '/packages/wallet/vouchers/index' });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  // Pages below the one on top are still there; only what is seen counts.
  const key = (name: string): Locator => phone.page.getByRole('button', { name, exact: true }).filter({ visible: true });
  const choices = (name: string): Locator =>
    phone.page
      .getByRole('radiogroup', { name })
      .filter({ visible: true })
      .getByRole('radio')
      .and(phone.page.locator(':not([aria-disabled=true])'));
  const says = (text: string): Promise<void> => phone.page.getByText(text).filter({ visible: true }).first().waitFor();

  it('is booked: a shop, a day, a time with places left', async () => {
    await phone.page.getByRole('button').filter({ hasText: '点茶体验课' }).filter({ hasNotText: zh.booked }).click();
    await key(zh.go).click();
    await choices(zh.page.days).nth(1).click();
    await choices(zh.page.times).first().click();
    await key(zh.page.confirm).click();
    await says(zh.hint);
  });

  it('is cancelled, and booked anew', async () => {
    await key(zh.cancel).click();
    await key(zh.cancelDo).click();
    await key(zh.go).click();
    await choices(zh.page.days).nth(1).click();
    await choices(zh.page.times).first().click();
    await key(zh.page.confirm).click();
    await says(zh.hint);
  });

  it('is moved to another time, today’s', async () => {
    await key(zh.change).click();
    await choices(zh.page.days).first().click();
    await choices(zh.page.times).first().click();
    await key(zh.page.confirmChange).click();
    await says(zh.arrive('14:30', '15:15'));
  });

  it('is scanned by staff when its holder comes, who is here from then on', async () => {
    const digits = await phone.page.locator('.code-paper__number').filter({ visible: true }).innerText();
    await shop.advanceClock(4.75 * hourMs);
    const clerk = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/till/index' });
    await typeCode(clerk.page, digits.replace(/\s/g, ''));
    await clerk.page.getByRole('button', { name: voucher.desk.redeem }).click();
    await clerk.page.getByText(voucher.desk.done).waitFor();
    await clerk.page.goto(`${shop.address}/#/packages/staff/bookings/index`);
    await clerk.page.getByText(zh.shop.counted(1, 3)).waitFor();
    expect(clerk.problems).toEqual([]);
  });
});
