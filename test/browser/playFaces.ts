import type { Page } from 'playwright-core';
import type { DrawRecord } from '@shared/game/drawTypes';
import type { Phone } from './openPhone';
import type { Shop } from './openShop';
import { named, publishDraws } from './publishDraws';
import { words } from './words';

const zh = words('zh');
const faces = ['wheel', 'grid', 'scratch'] as const;
/** Prizes of even odds, so that a few draws meet most of them. */
const prizes = [1, 2, 3, 4, 5].map((points) => ({
  id: `p${points}`,
  name: named(`${points} 颗星`),
  award: { kind: 'points' as const, points },
}));
const tables = [{ total: 5, rows: prizes.map(({ id }) => ({ prize: id, weight: 1 })), fallback: 'p1' }];

/** The names of the prizes that a face shows as won, read off its picture: what is under the pointer, lit, or under the cover. */
const shownBy: Readonly<Record<(typeof faces)[number], (page: Page) => Promise<string>>> = {
  wheel: (page) =>
    page.evaluate(() => {
      const middleOf = (element: Element): readonly [number, number] => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2];
      };
      const pointer = document.querySelector('.wheel__pointer');
      if (pointer === null) throw new Error('The wheel has no pointer');
      const [x, y] = middleOf(pointer);
      const far = (name: Element): number => Math.hypot(middleOf(name)[0] - x, middleOf(name)[1] - y);
      const names = [...document.querySelectorAll('.wheel__name')].sort((a, b) => far(a) - far(b));
      return names[0]?.textContent ?? '';
    }),
  grid: (page) => page.locator('.nine-grid__one--lit').innerText(),
  scratch: (page) => page.locator('.scratch-card__prize').innerText(),
};

/** Goes over the whole card with a pressed mouse. */
async function scratch(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.gameDraw.uncover }).waitFor();
  await page.locator('.scratch-card__cover').waitFor();
  const box = await page.locator('.scratch-card').boundingBox();
  if (box === null) throw new Error('There is no card');
  await page.mouse.move(box.x + 5, box.y + 10);
  await page.mouse.down();
  for (let y = 0.1, side = 0.95; y < 1; y += 0.15, side = 1 - side) {
    await page.mouse.move(box.x + box.width * side, box.y + box.height * y, { steps: 8 });
  }
  await page.mouse.up();
}

/**
 * Draws so often from a draw of each face, in full motion, and gives for each draw what its picture came to rest on, what the sheet said,
 * and what the record says.
 */
export async function playFaces(shop: Shop, { page }: Phone, person: string, rounds: number): Promise<readonly (readonly string[])[]> {
  await publishDraws(
    shop,
    faces.map((face) => ({ id: `even-${face}`, name: named(`五颗星 ${face}`), face, prizes, tables })),
  );
  const player = await shop.signIn(person);
  const seen: (readonly string[])[] = [];
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const face of faces) {
    await page.goto(`${shop.address}/#/packages/games/pool/index?pool=even-${face}`);
    await page.reload();
    for (let round = 0; round < rounds; round += 1) {
      await page.getByRole('button', { name: face === 'scratch' ? zh.gameDraw.scratch : zh.gameDraw.draw, exact: true }).click();
      if (face === 'scratch') await scratch(page);
      const sheet = page.getByRole('dialog', { name: zh.gameDraw.result.won });
      const told = await sheet.locator('.result-sheet__name').innerText();
      const shown = await shownBy[face](page);
      const mine = { method: 'game.myDraws', input: { poolId: `even-${face}` }, device: 'test' };
      const reply = (await player.call('member', mine)) as { readonly value: { readonly draws: readonly DrawRecord[] } };
      const given = reply.value.draws.at(-1)?.given ?? '';
      seen.push([face, shown, told, prizes.find(({ id }) => id === given)?.name.zh ?? given]);
      await sheet.getByRole('button', { name: zh.gameDraw.result.done }).click();
      await sheet.waitFor({ state: 'detached' });
    }
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return seen;
}
