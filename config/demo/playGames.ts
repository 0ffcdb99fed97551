import type { LocalCloud } from '@localcloud/index';
import type { AttemptView } from '@shared/game/jigsaw/contract';
import { callAs } from './callAs';
import { ownShopper, type Shopper } from './dayPlan';
import { solveBoard } from './solveBoard';

/** Seconds that today's solvers of the small jigsaw take. */
const solverSeconds = [141, 96, 118, 205, 87, 164] as const;
/** What the demo's own shopper wrote under some riddles: right, wrong once, wrong for good. */
const ownGuesses: readonly (readonly [riddleId: string, text: string])[] = [
  ['mirror', '镜子'],
  ['moon', '月亮'],
  ['rain', '雾'],
  ['teapot', '茶杯'],
  ['teapot', '花瓶'],
  ['teapot', '酒瓶'],
];

/** Today's games until now: some have solved the jigsaw, and the demo's own shopper has guessed. The clock moves on by `withinMs`. */
export async function playGames(cloud: LocalCloud, shoppers: readonly Shopper[], withinMs: number): Promise<void> {
  let restMs = withinMs;
  const others = shoppers.filter((shopper) => shopper !== ownShopper);
  for (const [index, seconds] of solverSeconds.entries()) {
    const call = callAs(cloud, 'member', others[index * 7]?.openid ?? '');
    const dealt = await call('jigsaw.deal', { key: `demo-deal-${index}`, jigsawId: 'fair-night' });
    if (!dealt.ok) throw new Error(`The demo's jigsaw was refused: ${JSON.stringify(dealt.refusal)}`);
    cloud.clock.advanceMs(seconds * 1000);
    restMs -= seconds * 1000;
    const { attemptId, board } = dealt.value as AttemptView;
    const solved = await call('jigsaw.solve', { key: `demo-solve-${index}`, attemptId, moves: solveBoard(board) });
    if (!solved.ok) throw new Error(`The demo's jigsaw was refused: ${JSON.stringify(solved.refusal)}`);
  }
  const call = callAs(cloud, 'member', ownShopper.openid);
  for (const [index, [riddleId, text]] of ownGuesses.entries()) {
    const guessed = await call('riddle.guess', { key: `demo-guess-${index}`, festivalId: 'lantern-riddles', riddleId, text });
    if (!guessed.ok) throw new Error(`The demo's riddle was refused: ${JSON.stringify(guessed.refusal)}`);
  }
  cloud.clock.advanceMs(restMs);
}
