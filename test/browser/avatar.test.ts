import type { Browser, Locator } from 'playwright-core';
import { choosePicture } from './choosePicture';
import { memberCode } from './memberCode';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { typeCode } from './tillActs';
import { words } from './words';

const zh = words('zh').memberAvatar;
const profile = '/packages/account/profile/index';
const violet = [120, 80, 180] as const;

describe('a member’s picture', () => {
  let shop: Shop;
  let browser: Browser;
  let phone: Phone;

  beforeAll(async () => {
    shop = await openShop();
    browser = await openChromium();
    phone = await openPhone(browser, shop, { person: 'ping', route: profile });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  const faces = (page: Phone['page']): Locator => page.locator('.avatar img');
  /** The colour at a picture's middle, as it is seen. */
  const colourOf = (image: Locator): Promise<readonly number[]> =>
    image.evaluate(async (element) => {
      const picture = element as HTMLImageElement;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.drawImage(picture, 0, 0, 8, 8);
      return [...(canvas.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? []), picture.naturalWidth, picture.naturalHeight];
    });
  const isNear = (colour: readonly number[]): boolean => violet.every((part, at) => Math.abs(part - (colour[at] ?? 0)) < 12);

  it('is chosen from the phone’s files, made square, and said to be under review', async () => {
    await shop.judgePictures('ping', 'pass');
    await choosePicture(phone.page, zh.change, [...violet]);
    await phone.page.getByText(zh.states.checking).waitFor();
    const seen = await colourOf(faces(phone.page).first());
    expect([isNear(seen), seen.slice(4)]).toEqual([true, [256, 256]]);
  });

  it('is seen at the till once it has passed', async () => {
    // The platform pushes by itself, and the page asks by itself.
    await phone.page.getByText(zh.states.shown).waitFor();
    const till = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/till/index', width: 1280 });
    await typeCode(till.page, await memberCode(shop, 'ping'));
    const face = till.page.locator('.visit-card .avatar img');
    await face.waitFor();
    expect(isNear(await colourOf(face))).toBe(true);
    expect(till.problems).toEqual([]);
  });

  it('is refused when it is risky: its owner reads so, in the inbox too, and may choose another', async () => {
    const { page } = phone;
    await shop.judgePictures('ping', 'risky');
    await choosePicture(page, zh.change, [10, 10, 10]);
    await page.getByText(zh.states.checking).waitFor();
    await page.getByText(zh.states.refused).waitFor();
    expect(isNear(await colourOf(faces(page).first()))).toBe(true);
    await page.getByRole('button', { name: zh.change, exact: true }).waitFor();
    await shop.runTimer('jobs', 'sendOutbox');
    const inbox = await openPhone(browser, shop, { person: 'ping', route: '/packages/account/inbox/index' });
    await inbox.page.getByText('头像没有通过审核').waitFor();
  });

  it('is not made of a file that is no picture, and is taken away with one key', async () => {
    const { page } = phone;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: zh.change, exact: true }).click(),
    ]);
    await chooser.setFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
    await page.getByText(zh.unread).waitFor();
    await page.getByRole('button', { name: zh.remove }).click();
    await page.getByText(zh.states.none).waitFor();
    expect(await faces(page).count()).toBe(0);
    expect(phone.problems).toEqual([]);
  });
});
