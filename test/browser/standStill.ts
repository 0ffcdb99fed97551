import type { Page } from 'playwright-core';

/** The fonts are there, and what fades in has come. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const passing = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(async (animation) => animation.finished));
  });
}
