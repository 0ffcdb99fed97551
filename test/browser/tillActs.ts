import type { Locator, Page } from 'playwright-core';
import type { Copy } from '../../client/copy/zh';
import { words } from './words';

const zh = words('zh');

/** Scans by a picture, as a browser without a camera does: the big key, then the file. */
export async function scanPicture(page: Page, picture: Buffer): Promise<void> {
  await page.getByRole('button', { name: zh.store.scan.scan }).click();
  const scanner = page.getByRole('dialog', { name: zh.house.scanner.title });
  await scanner.getByLabel(zh.house.scanner.picture).setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await scanner.waitFor({ state: 'detached' });
}

/** Types a member code (22 digits) or a pick-up code (16) into the sheet for it, and confirms. */
export async function typeCode(page: Page, code: string, copy: Copy = zh): Promise<void> {
  await page.getByRole('button', { name: copy.store.scan.typed }).click();
  const sheet = page.getByRole('dialog', { name: copy.store.scan.typed });
  await sheet.getByRole('textbox', { name: copy.store.scan.cardNumber }).fill(code.slice(0, 16));
  if (code.length > 16) await sheet.getByRole('textbox', { name: copy.store.scan.sixDigits }).fill(code.slice(16));
  await sheet.getByRole('button', { name: copy.store.scan.typedSubmit }).click();
}

/** Keys an amount in, key by key, and fills in the order number. */
export async function enterPurchase(
  page: Page,
  entered: { readonly amount: string; readonly orderNo: string },
  copy: Copy = zh,
): Promise<void> {
  const pad = page.getByRole('group', { name: copy.purchase.due });
  for (const key of entered.amount) {
    await pad.getByRole('button', { name: key === '.' ? copy.purchase.key.dot : key, exact: true }).click();
  }
  await page.getByRole('textbox', { name: copy.purchase.orderNo }).fill(entered.orderNo);
}

/** The one key that records what stands there; it is there once the price is worked out. */
export function confirmKey(page: Page, copy: Copy = zh): Locator {
  return page.getByRole('button', { name: copy.purchase.confirmAmount('') });
}

/** Leaves the receipt or the pick-up on the counter for the next person. */
export async function nextPerson(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.purchase.next }).click();
  await page.getByRole('button', { name: zh.store.scan.scan }).waitFor();
}
