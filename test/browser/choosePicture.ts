import type { Page } from 'playwright-core';
import { writePng, type Rgb } from '@localcloud/openapi/writePng';

/** A picture of one colour, wider than high, as phones take them. */
export function plainPicture(ink: Rgb): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const buffer = writePng({ widthPx: 600, heightPx: 400, ink, isInk: () => true });
  return { name: 'lamp.png', mimeType: 'image/png', buffer };
}

/** Chooses a picture on the profile page, as a browser does: by its own window for files. */
export async function choosePicture(page: Page, keyName: string, ink: Rgb): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: keyName, exact: true }).click()]);
  await chooser.setFiles(plainPicture(ink));
}
