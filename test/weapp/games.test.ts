import { slide, type Slide } from '@shared/game/jigsaw/board';
import type { AttemptView } from '@shared/game/jigsaw/contract';
import type { Board } from '@shared/game/jigsaw/types';
import quizQuestions from '../../config/demo/quizQuestions.json';
import riddles from '../../config/demo/riddles.json';
import { solveBoard } from '../../config/demo/solveBoard';
import { openShop, type Shop } from '../browser/openShop';
import { publishLamps } from '../browser/publishLamps';
import { readDrawn } from '../browser/readDrawn';
import { words } from '../browser/words';
import { openMiniProgram, type MiniProgram } from './openMiniProgram';
import { standInForWechat, type Wechat } from './standInForWechat';

const zh = words('zh');
/** How many moves the page counts, with the pieces' numbers that follow: others' moves stand in the day's list. */
const movesOf = (count: number): string => `${zh.gameJigsaw.moves(count)}12345678`;
/** Slower than the server believes no hand can be. */
const slideMs = 60;

describe('games in the mini-program as WeChat gets it, to a prize that the till hands over', () => {
  let shop: Shop;
  let wechat: Wechat;
  let program: MiniProgram;
  /** The shuffle as the cloud dealt it: what a player sees on the board. */
  let dealt: Board = [];

  beforeAll(async () => {
    shop = await openShop();
    await publishLamps(shop);
    const player = await shop.signIn('xiaoman');
    wechat = standInForWechat(async (name, event) => {
      const reply = await player.call(name, event);
      if ((event as { readonly method?: string }).method === 'jigsaw.deal') dealt = (reply as { value: AttemptView }).value.board;
      return reply;
    });
    program = openMiniProgram(wechat);
  });

  afterAll(() => shop.close());

  /** Opens the page that the program asks the phone to go to. */
  async function followLast(): Promise<void> {
    while (wechat.journeys.length === 0) await new Promise((resolve) => setTimeout(resolve, slideMs));
    const [route = '', query = ''] = (wechat.journeys.at(-1)?.url ?? '').replace(/^\//, '').split('?');
    program.show(route, Object.fromEntries(new URLSearchParams(query)));
  }

  it('quiz: five right answers pass the round and bring a chance', async () => {
    program.show('packages/games/quiz/index', { quiz: 'lantern-lore' });
    await program.reads(zh.gameQuiz.begin);
    program.tap(zh.gameQuiz.begin);
    for (let number = 1; number <= 5; number += 1) {
      await program.reads(zh.gameQuiz.number(number, 5));
      const question = quizQuestions.find(({ text }) => program.text().includes(text.zh));
      const right = question?.options[question.answer - 1]?.zh ?? 'the bank does not know this question';
      program.tap(new RegExp(`^[A-F]${right}$`));
      await program.reads(zh.gameQuiz.right);
      program.tap(number === 5 ? zh.gameQuiz.finish : zh.gameQuiz.next);
    }
    await program.reads(zh.gameQuiz.passed);
    await program.reads(zh.game.given.chances(1));
  });

  it('riddle: a wrong guess costs a try, and the answer brings a chance', async () => {
    const riddle = riddles.find(({ reward }) => reward?.kind === 'chance');
    const { place, answers } = riddle ?? { place: 0, answers: [''] };
    program.show('packages/games/riddle/index', { riddle: 'lantern-riddles' });
    await program.reads(zh.gameRiddle.place(place));
    program.tap(new RegExp(`^${zh.gameRiddle.place(place)}${zh.gameRiddle.reward.chance(1)}`));
    await program.reads(zh.gameRiddle.triesLeft(3));
    for (const guess of ['不是这个', answers[0] ?? '']) {
      program.type(zh.gameRiddle.answer, guess);
      await program.reads(zh.gameRiddle.guess);
      program.tap(zh.gameRiddle.guess);
      await program.reads(guess === answers[0] ? zh.gameRiddle.solution(guess) : zh.gameRiddle.wrong(guess));
    }
    await program.reads(zh.game.given.chances(1));
  });

  it('jigsaw: pieces are tapped home, and the server walks the steps again', async () => {
    program.show('packages/games/jigsaw/index', { jigsaw: 'fair-night' });
    await program.reads(zh.gameJigsaw.begin);
    program.tap(zh.gameJigsaw.begin);
    await program.reads(movesOf(0));
    let board = dealt;
    let taps = 0;
    for (const way of solveBoard(dealt)) {
      const next = slide(board, 3, way as Slide) ?? board;
      program.tap(String(next[board.indexOf(0)]));
      taps += 1;
      board = next;
      await new Promise((resolve) => setTimeout(resolve, slideMs));
      if (!board.every((piece, index) => piece === (index + 1) % 9)) await program.reads(movesOf(taps));
    }
    await program.reads(zh.gameJigsaw.solved);
    await program.reads(zh.gameJigsaw.me);
  });

  it('draw: a chance is spent, and the lamp has a code that the till hands over', async () => {
    program.show('packages/games/pool/index', { pool: 'sure-lamp' });
    await program.reads(zh.gameDraw.draw);
    program.tap(zh.gameDraw.draw);
    await program.reads('纸灯笼');
    await program.reads(zh.gameDraw.result.pickup);
    program.tap(zh.gameDraw.result.pickup);
    await followLast();
    const { code } = await readDrawn(() => wechat.drawn('pickup-qr'), 'QR');
    expect(code).toMatch(/^8\d{15}$/);
    const clerk = await shop.signIn('qing');
    const ask = (method: string, input: object): Promise<unknown> => clerk.call('staff', { method, input, device: 'till-1' });
    expect(await ask('reward.check', { pickupCode: code })).toMatchObject({ ok: true });
    expect(await ask('reward.handOver', { key: 'lamp-handed', pickupCode: code })).toMatchObject({ ok: true });
  });
});
