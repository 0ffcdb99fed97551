import type { Browser } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readDrawn } from './readDrawn';
import { words } from './words';

const zh = words('zh');
const group = /西湖茶友群/;

describe('a group’s entry code', () => {
  let shop: Shop;
  let browser: Browser;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('is read from the picture that staff post, and whoever joins by it is counted for the group', async () => {
    const staff = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/groups/index' });
    const row = staff.page.getByRole('button', { name: group });
    const before = joined(await row.innerText());
    await row.click();
    const picture = staff.page.getByRole('img', { name: group });
    await picture.waitFor();
    const { code: path } = await readDrawn(() => picture.screenshot(), 'QR');
    const friend = await openPhone(browser, shop, { person: 'newcomer', route: `/${path}` });
    await friend.page.getByRole('button', { name: zh.member.welcome.join }).click();
    await friend.page.getByRole('checkbox', { name: zh.member.join.consent }).click();
    await friend.page.getByRole('checkbox', { name: zh.member.join.age }).click();
    await friend.page.getByRole('button', { name: zh.member.join.submit }).click();
    await friend.page.getByText(zh.member.tierMember('萤火')).waitFor();
    // What was counted may be half a minute old.
    await shop.advanceClock(60_000);
    await staff.page.reload();
    await row.waitFor();
    expect(joined(await row.innerText())).toBe(before + 1);
    expect([...staff.problems, ...friend.problems]).toEqual([]);
  });
});

function joined(text: string): number {
  return Number(/带来 (\d+) 位/.exec(text)?.[1]);
}
