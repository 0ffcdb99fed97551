import type { Browser, Locator, Page } from 'playwright-core';
import { drawQr } from './drawQr';
import { memberCode } from './memberCode';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readDrawn } from './readDrawn';
import { confirmKey, enterPurchase, nextPerson, typeCode } from './tillActs';
import { words } from './words';

const zh = words('zh');
const tillRoute = '/packages/staff/till/index';

/** Two taps before the page had a moment to answer the first. */
async function tapTwice(button: Locator): Promise<void> {
  await button.evaluate((element) => {
    (element as HTMLElement).click();
    (element as HTMLElement).click();
  });
}

async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.member.welcome.join }).click();
  await page.getByRole('checkbox', { name: zh.member.join.consent }).click();
  await page.getByRole('checkbox', { name: zh.member.join.age }).click();
  await page.getByRole('button', { name: zh.member.join.submit }).click();
  await page.getByText(zh.member.tierMember('萤火')).waitFor();
}

async function codeShown(page: Page): Promise<string> {
  await page.getByRole('button', { name: zh.house.showCode }).first().click();
  await page.getByText(zh.member.code.works).waitFor();
  return (await readDrawn(() => page.screenshot(), 'QR')).code;
}

describe('at the till', () => {
  let shop: Shop;
  let browser: Browser;
  let till: Phone;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    till = await openPhone(browser, shop, { person: 'qing', route: tillRoute, width: 1280, height: 800 });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('gives a member who joins on two phones one card, whose code passes from either', async () => {
    const first = await openPhone(browser, shop, { person: 'newcomer' });
    const second = await openPhone(browser, shop, { person: 'newcomer' });
    await second.page.getByRole('button', { name: zh.member.welcome.join }).waitFor();
    await join(first.page);
    await join(second.page);
    const code = await codeShown(second.page);
    expect((await codeShown(first.page)).slice(0, 16)).toBe(code.slice(0, 16));
    await typeCode(till.page, code);
    await till.page
      .getByText(zh.purchase.tail(code.slice(12, 16)))
      .first()
      .waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
    expect([...first.problems, ...second.problems]).toEqual([]);
    await first.close();
    await second.close();
  });

  it('pays a check-in once when its button is tapped twice', async () => {
    const shopper = await openPhone(browser, shop, { person: 'newcomer' });
    await tapTwice(shopper.page.getByRole('button', { name: zh.checkin.perform(5) }));
    await shopper.page.getByText(zh.checkin.done).waitFor();
    await shopper.page.reload();
    await shopper.page.getByText('55', { exact: true }).waitFor();
    await shopper.close();
  });

  it('records a purchase once when its button is tapped twice', async () => {
    const { page } = till;
    await typeCode(page, await memberCode(shop, 'xiaoman'));
    await enterPurchase(page, { amount: '20', orderNo: 'B-1' });
    await tapTwice(confirmKey(page));
    await page.getByText(zh.purchase.doneTitle).waitFor();
    await page
      .getByText(/^\+\d+ 分/)
      .first()
      .waitFor();
  });

  it('lets several purchases follow in one visit, and refuses an order number that was used', async () => {
    const { page } = till;
    await page.getByRole('button', { name: zh.purchase.again }).click();
    await enterPurchase(page, { amount: '7.5', orderNo: 'B-1' });
    await confirmKey(page).click();
    await page
      .getByRole('alert')
      .getByText(/已经记过一笔 ¥\d+\.\d\d/)
      .waitFor();
    await page.getByRole('textbox', { name: zh.purchase.orderNo }).fill('B-2');
    await confirmKey(page).click();
    await page.getByText(zh.purchase.doneTitle).waitFor();
  });

  it('takes a purchase back within its five minutes', async () => {
    const { page } = till;
    await page
      .getByRole('button', { name: zh.purchase.undoNamed('B-2') })
      .first()
      .click();
    await page.getByRole('button', { name: zh.purchase.undoDo }).click();
    await page.getByText(zh.purchase.undone).first().waitFor();
    await nextPerson(page);
    await page.getByText(/B-1/).waitFor();
  });

  it('sells goods by name and by bar code beside amounts, and refunds them by the code on the receipt', async () => {
    const { page } = till;
    const sheet = page.getByRole('dialog', { name: zh.purchaseGoods.title });
    const field = sheet.getByRole('textbox', { name: zh.purchaseGoods.search });
    await shop.advanceClock(60_000);
    await typeCode(page, await memberCode(shop, 'xiaoman'));
    await page.getByRole('button', { name: zh.purchaseGoods.open }).click();
    await field.fill('米糕');
    await sheet.getByRole('button', { name: '桂花米糕' }).click();
    await field.fill('6901028012');
    await field.press('Enter');
    await sheet.getByText(zh.purchaseGoods.added('黑麦乡村包')).waitFor();
    await sheet.getByRole('button', { name: zh.purchaseGoods.done }).click();
    await page.getByRole('button', { name: zh.purchaseGoods.more('桂花米糕') }).click();
    await enterPurchase(page, { amount: '5', orderNo: 'B-9' });
    await confirmKey(page).click();
    await page.getByText(zh.purchase.doneTitle).waitFor();
    await nextPerson(page);
    await page.getByRole('button', { name: zh.refund.title }).click();
    await page.getByRole('button', { name: zh.refund.scan }).click();
    const scanner = page.getByRole('dialog', { name: zh.house.scanner.title });
    const buffer = drawQr('B-9');
    await scanner.getByLabel(zh.house.scanner.picture).setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: zh.refund.more('桂花米糕') }).waitFor();
    await page.getByText(zh.refund.units('2', '2')).waitFor();
    await page.getByRole('button', { name: zh.refund.more('黑麦乡村包') }).click();
    await page.getByRole('button', { name: /^退 ¥/ }).click();
    await page.getByText(zh.refund.done).first().waitFor();
    await page.goto(`${shop.address}/#${tillRoute}`);
    await page.getByRole('button', { name: zh.store.scan.scan }).waitFor();
  });

  it('ends a visit after ten minutes and says so', async () => {
    const { page } = till;
    await shop.advanceClock(60_000);
    await typeCode(page, await memberCode(shop, 'xiaoman'));
    await enterPurchase(page, { amount: '9', orderNo: 'B-3' });
    await confirmKey(page).waitFor();
    await shop.advanceClock(11 * 60_000);
    await confirmKey(page).click();
    await page
      .getByRole('alert')
      .getByText(/这次扫码已在 \d\d:\d\d 过期/)
      .waitFor();
    await page.getByRole('button', { name: zh.purchase.change }).click();
  });

  it('is closed to those who do not work there', async () => {
    const shopper = await openPhone(browser, shop, { person: 'xiaoman', route: tillRoute });
    await shopper.page.getByText(zh.store.notStaffNote).waitFor();
    expect(await shopper.page.getByRole('button', { name: zh.store.scan.scan }).count()).toBe(0);
    await shopper.close();
  });

  it('says what still works when the network is gone', async () => {
    await till.setOffline(true);
    await till.page.getByText(zh.house.offlineTill).waitFor();
    await till.setOffline(false);
    await till.page.getByText(zh.house.offlineTill).waitFor({ state: 'detached' });
  });

  it('left no error and asked no other machine for anything', () => {
    expect(till.problems).toEqual([]);
  });
});
