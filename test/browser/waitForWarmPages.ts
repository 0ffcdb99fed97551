import type { Page } from 'playwright-core';

/** Waits until the browser holds every page, as it does a moment after the first screen; from then on it needs no network. */
export async function waitForWarmPages(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('pages-warm').length > 0);
}
