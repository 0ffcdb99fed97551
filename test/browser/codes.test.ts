import type { Browser } from 'playwright-core';
import { refusals } from '../../client/copy/refusals';
import { drawQr } from './drawQr';
import { memberCode } from './memberCode';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readDrawn } from './readDrawn';
import { scanPicture, typeCode } from './tillActs';
import { waitForWarmPages } from './waitForWarmPages';
import { words } from './words';

const zh = words('zh');
const sentences = refusals.zh;
const tillRoute = '/packages/staff/till/index';

/** The same six digits with the last one changed. */
function otherDigits(code: string): string {
  return code.slice(0, -1) + String((Number(code.slice(-1)) + 1) % 10);
}

describe('codes at the till', () => {
  let shop: Shop;
  let browser: Browser;
  let till: Phone;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    till = await openPhone(browser, shop, { person: 'qing', route: tillRoute });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  async function refusedTyping(code: string, sentence: string | RegExp): Promise<void> {
    await typeCode(till.page, code);
    const sheet = till.page.getByRole('dialog', { name: zh.store.scan.typed });
    await sheet.getByRole('alert').getByText(sentence).waitFor();
    await sheet.getByRole('button', { name: zh.house.close }).click();
    await sheet.waitFor({ state: 'detached' });
  }

  it('refuses six digits that are wrong', async () => {
    await refusedTyping(otherDigits(await memberCode(shop, 'xiaoman')), sentences['code.wrong']);
  });

  it('refuses a code that has gone stale', async () => {
    await refusedTyping(await memberCode(shop, 'xiaoman', 3), sentences['code.stale']);
  });

  it('refuses a card that does not exist', async () => {
    await refusedTyping('9000000000000000123456', sentences['code.unknownCard']);
  });

  it('says of any other QR code that it is not one of ours', async () => {
    await scanPicture(till.page, drawQr('https://example.org/menu'));
    await till.page.getByRole('alert').getByText(zh.store.scan.notOurs).waitFor();
  });

  it('accepts the number and digits when typed, and the same till may scan the same code again', async () => {
    const code = await memberCode(shop, 'xiaoman');
    await typeCode(till.page, code);
    await till.page.getByRole('heading', { name: '小满' }).waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
    await scanPicture(till.page, drawQr(code));
    await till.page.getByRole('heading', { name: '小满' }).waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
  });

  it('tells another till where and when a code was used', async () => {
    await shop.advanceClock(60_000);
    const code = await memberCode(shop, 'xiaoman');
    await typeCode(till.page, code);
    await till.page.getByRole('heading', { name: '小满' }).waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
    const other = await openPhone(browser, shop, { person: 'lin', route: tillRoute });
    await typeCode(other.page, code);
    await other.page
      .getByRole('alert')
      .getByText(/这个码 \d\d:\d\d 已在西湖店用过/)
      .waitFor();
    expect(other.problems).toEqual([]);
    await other.close();
  });

  it('accepts a code drawn without network', async () => {
    await shop.advanceClock(60_000);
    const shopper = await openPhone(browser, shop, { person: 'xiaoman' });
    await waitForWarmPages(shopper.page);
    await shopper.setOffline(true);
    await shopper.page.getByRole('button', { name: zh.house.showCode }).first().click();
    await shopper.page.getByText(zh.member.code.works).waitFor();
    const { code, picture } = await readDrawn(() => shopper.page.screenshot(), 'QR');
    expect(code).toMatch(/^9\d{21}$/);
    await scanPicture(till.page, picture);
    await till.page.getByRole('heading', { name: '小满' }).waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
    await shopper.close();
  });

  it('accepts the code of a second phone of the same member', async () => {
    await shop.advanceClock(60_000);
    const second = await openPhone(browser, shop, { person: 'xiaoman', route: '/pages/code/index' });
    await second.page.getByText(zh.member.code.works).waitFor();
    await scanPicture(till.page, await second.page.screenshot());
    await till.page.getByRole('heading', { name: '小满' }).waitFor();
    await till.page.getByRole('button', { name: zh.purchase.change }).click();
    expect(second.problems).toEqual([]);
    await second.close();
  });

  it('locks after five wrong tries on a card, and says until when', async () => {
    const wrong = otherDigits(await memberCode(shop, 'xiaoman'));
    for (let tries = 0; tries < 4; tries += 1) await refusedTyping(wrong, /./);
    await refusedTyping(await memberCode(shop, 'xiaoman'), /错的次数太多，先停一会儿，\d\d:\d\d 之后再试/);
  });

  it('left no error and asked no other machine for anything', () => {
    expect(till.problems).toEqual([]);
  });
});
