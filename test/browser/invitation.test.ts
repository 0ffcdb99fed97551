import { defaultReferralPolicy } from '@shared/referral/policy';
import type { Browser, Locator, Page } from 'playwright-core';
import { refusals } from '../../client/copy/refusals';
import { memberCode } from './memberCode';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { readDrawn } from './readDrawn';
import { confirmKey, enterPurchase, nextPerson, typeCode } from './tillActs';
import { words } from './words';

const zh = words('zh');
const dayMs = 86_400_000;
const runsMax = 10;
const route = '/packages/invite/mine/index';

describe('an invitation, from the poster to both rewards', () => {
  let shop: Shop;
  let browser: Browser;
  let ann: Phone;
  let bob: Phone;
  let address = '';

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    ann = await openPhone(browser, shop, { person: 'xiaoman', route });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  /** The row of the friend who opened it last, on the inviter's page opened anew: first as it was seen last, then as it is. */
  async function latestFriend(): Promise<Locator> {
    await reopen(ann.page, `${shop.address}/#${route}`);
    return ann.page.locator('.friend-row').first();
  }

  /** Waits until the inviter reads that about the friend who opened it last. */
  async function inviterReads(words: RegExp | string): Promise<void> {
    const row = await latestFriend();
    await row.filter({ hasText: words }).waitFor();
  }

  /** Opens a page anew on a phone. */
  async function reopen(page: Page, link: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(link);
  }

  it('states what both get before anything is passed on', async () => {
    const { page } = ann;
    await page.getByText(zh.referral.youWhen).waitFor();
    await page.getByText('见面礼 20 元券').first().waitFor();
    await page.getByText(zh.referral.ruleList(30, 30, 10)[2] ?? '').waitFor();
  });

  it.each(Object.values(zh.referral.designs))('draws a poster whose code a scanner reads: %s', async (design) => {
    const { page } = ann;
    if ((await page.getByRole('dialog', { name: zh.referral.poster }).count()) === 0) {
      await page.getByRole('button', { name: zh.referral.openPoster }).click();
    }
    const sheet = page.getByRole('dialog', { name: zh.referral.poster });
    await sheet.getByRole('radio', { name: design }).click();
    await sheet.getByRole('radio', { name: design, checked: true }).waitFor();
    const poster = sheet.getByRole('img', { name: zh.referral.posterPicture });
    await poster.waitFor();
    address = (await readDrawn(() => poster.screenshot(), 'QR')).code;
    expect(address).toMatch(/#\/packages\/invite\/open\/index\?scene=[0-9a-z]{12}$/);
    expect(address.startsWith(`${shop.address}/`)).toBe(true);
  });

  it('saves the poster as a picture', async () => {
    const { page } = ann;
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: zh.referral.save }).click()]);
    expect(saved.suggestedFilename()).toBe('lantern-paper.png');
    await page.getByText(zh.referral.saved).waitFor();
    await page.getByRole('button', { name: zh.house.close }).click();
  });

  it('welcomes a new person who opened that very code, and says what the friend will see', async () => {
    bob = await openPhone(browser, shop, { person: 'newcomer', route: new URL(address).hash.slice(1) });
    await bob.page.getByText(zh.referral.open.title('小*')).waitFor();
    await bob.page.getByText(zh.referral.open.privacy).waitFor();
    await inviterReads(zh.referral.someone);
  });

  it('lets them join on that page, with the gift in their wallet', async () => {
    const { page } = bob;
    await page.getByRole('button', { name: zh.member.welcome.join }).click();
    await page.getByRole('textbox', { name: zh.member.join.nickname }).fill('阿月');
    await page.getByRole('checkbox', { name: zh.member.join.consent }).click();
    await page.getByRole('checkbox', { name: zh.member.join.age }).click();
    await page.getByRole('button', { name: zh.member.join.submit }).click();
    await page.getByText(zh.referral.open.joined).waitFor();
    await reopen(page, `${shop.address}/#/packages/wallet/vouchers/index`);
    await page.getByText('见面礼 20 元券').first().waitFor();
    await inviterReads(/阿\*[\s\S]*前首次消费，你就有奖励/);
  });

  it('tells the inviter when they have bought, and when the reward comes', async () => {
    const till = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/till/index' });
    await typeCode(till.page, await memberCode(shop, 'newcomer'));
    await till.page.getByRole('heading', { name: '阿月' }).waitFor();
    await enterPurchase(till.page, { amount: '128', orderNo: 'INV-1' });
    await confirmKey(till.page).click();
    await till.page.getByText(zh.purchase.doneTitle).waitFor();
    await nextPerson(till.page);
    expect(till.problems).toEqual([]);
    await till.close();
    await shop.runTimer('jobs', 'referral');
    await inviterReads(/给你 200 积分/);
  });

  it('rewards the inviter once the return period is over, and tells each step in the inbox', async () => {
    await shop.advanceClock(7 * dayMs);
    await shop.runTimer('jobs', 'sweep');
    // Another friend's reward came on the way: with this one the fifth step is reached.
    const paid = /已到账 300 积分，含满 5 位的台阶奖励/;
    // The minute's own tick may hold the job just now: whoever runs it, it is done soon.
    const told = async (): Promise<boolean> => paid.test(await (await latestFriend()).innerText());
    for (let tries = 0; tries < runsMax && !(await told()); tries += 1) await shop.runTimer('jobs', 'referral');
    await inviterReads(paid);
    await reopen(ann.page, `${shop.address}/#/packages/wallet/statement/index`);
    await ann.page.getByText(zh.ledger.kinds.referral).first().waitFor();
    await shop.runTimer('jobs', 'sendOutbox');
    await reopen(ann.page, `${shop.address}/#/packages/account/inbox/index`);
    for (const step of ['朋友入会了', '朋友首次消费了', '邀请奖励到账']) await ann.page.getByText(step).first().waitFor();
  });

  it('tells a member, and the inviter, that it is for new friends', async () => {
    await reopen(bob.page, address);
    await bob.page.getByText(zh.referral.open.memberNote).waitFor();
    await reopen(ann.page, address);
    await ann.page.getByText(zh.referral.open.ownNote).waitFor();
  });

  it('says of an invitation that is not there what can be done, and shows Moments what needs no cloud', async () => {
    await reopen(ann.page, address.replace(/scene=.*/, 'scene=000000000000'));
    await ann.page.getByText(refusals.zh['referral.unknown']).waitFor();
    await reopen(ann.page, `${address}&single=1`);
    await ann.page.getByText(zh.referral.open.singleNote).waitFor();
  });

  it('shows at once that inviting is switched off', async () => {
    const operator = await shop.signIn('operator');
    const referral = { ...defaultReferralPolicy, on: false };
    const input = { section: 'programme', rows: [{ referral }], dryRun: false, firstRow: 0 };
    await operator.call('console', { method: 'store.apply', input, device: 'desk' });
    await shop.advanceClock(60_000);
    await reopen(ann.page, `${shop.address}/#${route}`);
    await ann.page.getByText(zh.referral.off).waitFor();
    await reopen(bob.page, address);
    await bob.page.getByText(refusals.zh['referral.off']).waitFor();
  });

  it('left no error and asked no other machine for anything', () => {
    expect([...ann.problems, ...bob.problems]).toEqual([]);
  });
});
