import { showsText } from './showsText';
import type { Stage, View } from './view';

const pool = (id: string, page = 'pool'): string => `/packages/games/${page}/index?pool=${id}`;
const wheel = 'lantern-wheel';

/** Draws once, and waits until the sheet tells what it gave. */
async function drawOnce({ page, copy }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.gameDraw.draw, exact: true }).click();
  await page.getByRole('button', { name: copy.gameDraw.result.done }).waitFor();
}

/** Draws a scratch card, and scratches some of it. */
async function scratchHalf({ page, copy }: Stage): Promise<void> {
  // Who asked for less motion has nothing to scratch.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: copy.gameDraw.scratch }).click();
  await page.getByRole('button', { name: copy.gameDraw.uncover }).waitFor();
  const box = await page.locator('.scratch-card').boundingBox();
  if (box === null) throw new Error('There is no card to scratch');
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [0.9, 0.35],
    [0.1, 0.5],
  ] as const) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 12 });
  }
  await page.mouse.up();
}

/** Draws: the three faces, what comes of one, odds, winners and checking. */
export const gameViews: readonly View[] = [
  { name: 'draw-wheel', person: 'xiaoman', route: pool(wheel), kind: 'screen', reach: showsText(({ copy }) => copy.gameDraw.links.odds) },
  {
    name: 'draw-grid',
    person: 'xiaoman',
    route: pool('nine-lamps'),
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.links.odds),
  },
  {
    name: 'draw-scratch',
    person: 'xiaoman',
    route: pool('winter-scratch'),
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.face.cover),
  },
  {
    name: 'draw-odds',
    person: 'xiaoman',
    route: pool('nine-lamps', 'odds'),
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.odds.frozen),
  },
  {
    name: 'draw-winners',
    person: 'xiaoman',
    route: pool(wheel, 'winners'),
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.winners.note),
  },
  {
    name: 'draw-verify',
    person: 'xiaoman',
    route: pool('mid-autumn', 'verify'),
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.verify.matches),
  },
  {
    name: 'draw-verify-open',
    person: 'xiaoman',
    route: pool(wheel, 'verify'),
    kind: 'state',
    reach: showsText(({ copy }) => copy.gameDraw.verify.openNote),
  },
  {
    name: 'draw-over',
    person: 'xiaoman',
    route: pool('mid-autumn'),
    kind: 'state',
    reach: showsText(({ copy }) => copy.gameDraw.odds.isFrozen),
  },
  {
    name: 'draw-not-joined',
    person: 'newcomer',
    route: pool(wheel),
    kind: 'state',
    reach: showsText(({ copy }) => copy.gameDraw.links.odds),
  },
  {
    name: 'draw-scratching',
    person: 'xiaoman',
    route: pool('winter-scratch'),
    kind: 'state',
    reach: scratchHalf,
  },
  { name: 'draw-result', person: 'xiaoman', route: pool(wheel), kind: 'screen', reach: drawOnce },
];
