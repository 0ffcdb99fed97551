import type { Browser, Locator } from 'playwright-core';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { words } from './words';

const zh = words('zh').referralReview;

describe('invitations that wait for an operator', () => {
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

  const key = (name: string): Locator => phone.page.getByRole('button', { name, exact: true });
  const waiting = (): Locator => phone.page.getByText(zh.signals.devicePattern);

  it('are one tap from the operator’s own page, with what the rules say', async () => {
    await phone.page.getByRole('button', { name: zh.title }).click();
    await waiting().first().waitFor();
    expect(await phone.page.getByText(zh.score('60')).count()).toBe(await waiting().count());
  });

  it('are not decided without a reason', async () => {
    await phone.page.getByRole('button', { name: zh.look }).first().click();
    await phone.page.getByRole('dialog', { name: zh.sheet }).waitFor();
    for (const name of [zh.approve, zh.refuse]) expect(await key(name).getAttribute('aria-disabled')).toBe('true');
  });

  it('leave the list when approved, and do not come back', async () => {
    const { page } = phone;
    await page.getByRole('textbox', { name: zh.reason }).fill('室友，各有各的手机号');
    await key(zh.approve).click();
    // The page below has a place for such words too; only the one on top is seen.
    await page.getByText(zh.approved).filter({ visible: true }).waitFor();
    await page.getByText(zh.none).waitFor();
    await page.reload();
    await page.getByText(zh.none).waitFor();
    const inviter = await shop.signIn('xiaoman');
    const reply = await inviter.call('member', { method: 'referral.mine', input: {}, device: 'reviewed' });
    expect(JSON.stringify(reply)).not.toContain('"checking":true');
  });

  it('are shown to nobody who only stands at a till', async () => {
    const clerk = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/reviews/index' });
    await clerk.page.getByText(zh.notOperator).waitFor();
    expect([...phone.problems, ...clerk.problems]).toEqual([]);
  });
});
