import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const pageChunk = /^\d+\.[0-9a-f]+\.js$/;

/**
 * Waits until the browser holds the scripts of every page, as it does a moment after the first screen; from
 * then on it needs no network.
 */
export async function waitForWarmPages(page: Page): Promise<void> {
  const chunks = readdirSync(join(__dirname, '../../dist/h5/js')).filter((name) => pageChunk.test(name));
  await page.waitForFunction((names) => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
    return names.every((name) => loaded.includes(name));
  }, chunks);
}
