import type { Page } from 'playwright-core';
import type { Copy } from '../../client/copy/zh';
import type { Phone } from './openPhone';
import type { Shop } from './openShop';

/** What a view may use to come about. */
export interface Stage {
  readonly phone: Phone;
  readonly page: Page;
  readonly copy: Copy;
  readonly shop: Shop;
  readonly language: 'zh' | 'en';
}

/** One picture of the program: a screen as it opens, or one of its states. */
export interface View {
  /** Also the picture's file name. */
  readonly name: string;
  /** A demo person's id; null before anybody was chosen. */
  readonly person: string | null;
  /** The route it begins with. */
  readonly route: string;
  /** A screen is looked at in dark and in English too; a state only once. */
  readonly kind: 'screen' | 'state';
  /** From the opened route to the view; resolves when it stands still. */
  readonly reach: (stage: Stage) => Promise<void>;
}

/** Opens the view on a phone that is signed in as its person. */
export async function openView(view: View, stage: Stage): Promise<void> {
  const { page, shop } = stage;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('about:blank');
  await page.goto(`${shop.address}/#${view.route}`);
  await view.reach(stage);
}
