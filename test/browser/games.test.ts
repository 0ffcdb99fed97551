import type { Browser, Page } from 'playwright-core';
import { slide } from '@shared/game/jigsaw/board';
import type { Board } from '@shared/game/jigsaw/types';
import quizQuestions from '../../config/demo/quizQuestions.json';
import riddles from '../../config/demo/riddles.json';
import { solveBoard } from '../../config/demo/solveBoard';
import { openChromium } from './openChromium';
import { openPhone, type Phone } from './openPhone';
import { openShop, type Shop } from './openShop';
import { playFaces } from './playFaces';
import { publishLamps } from './publishLamps';
import { readDrawn } from './readDrawn';
import { nextPerson, scanPicture } from './tillActs';
import { words } from './words';

const zh = words('zh');
/** Slower than the server believes no hand can be. */
const slideMs = 60;
const looksMax = 10;
const proving = process.env['LANTERN_PROVE'] === '1';
const arrows = { U: 'ArrowUp', D: 'ArrowDown', L: 'ArrowLeft', R: 'ArrowRight' } as const;

/** The board as its pieces say where they are. */
async function boardOf(page: Page): Promise<Board> {
  const board = Array<number>(9).fill(0);
  for (const piece of await page.getByRole('group', { name: zh.gameJigsaw.board }).getByRole('button').all()) {
    const [number = 0, row = 1, column = 1] = ((await piece.getAttribute('aria-label')) ?? '').match(/\d+/g)?.map(Number) ?? [];
    board[(row - 1) * 3 + column - 1] = number;
  }
  return board;
}

/** Takes the piece that can go this way, and drags it into the gap. */
async function dragInto(page: Page, move: keyof typeof arrows): Promise<void> {
  const before = await boardOf(page);
  const after = slide(before, 3, move);
  const piece = after?.[before.indexOf(0)] ?? 0;
  const place = page.getByRole('button', { name: new RegExp(`^${zh.gameJigsaw.piece(piece, 0, 0).split('，')[0] ?? ''}，`) });
  const box = await place.boundingBox();
  if (box === null) throw new Error(`Piece ${piece} is not on the board`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const [right, down] = { U: [0, -1], D: [0, 1], L: [-1, 0], R: [1, 0] }[move] as [number, number];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right * box.width, y + down * box.height, { steps: 6 });
  await page.mouse.up();
  expect(await boardOf(page)).toEqual(after);
}

describe('games, played in a browser to a prize that the till hands over', () => {
  let shop: Shop;
  let browser: Browser;
  let phone: Phone;
  const pickupPictures: Buffer[] = [];

  /** How many chances the play tab says there are, by where they come from. */
  const chancesFrom = async (source: string): Promise<number> => {
    const { page } = phone;
    await page.goto(`${shop.address}/#/pages/play/index`);
    await page.reload();
    await page.getByText(zh.gameDraw.chances.title).first().waitFor();
    // The first to lapse are shown; the rest on asking.
    const rest = page.getByRole('button', { name: /看来源和期限$/ });
    if (await rest.isVisible()) await rest.click();
    const lots = await page.getByText(new RegExp(`^${source} · \\d+ 次$`)).allInnerTexts();
    return lots.reduce((sum, text) => sum + Number(/(\d+) 次/.exec(text)?.[1] ?? 0), 0);
  };
  /** Waits until it says so many: the tab shows first what it showed last. */
  const reachChances = async (source: string, count: number): Promise<void> => {
    for (let looks = 1; (await chancesFrom(source)) !== count; looks += 1) {
      if (looks === looksMax) throw new Error(`There are ${await chancesFrom(source)} chances from ${source}, not ${count}`);
    }
  };
  const openGame = async (name: string): Promise<void> => {
    const { page } = phone;
    await page.goto(`${shop.address}/#/pages/play/index`);
    await page.reload();
    await page.getByRole('button', { name: new RegExp(name) }).click();
  };

  beforeAll(async () => {
    shop = await openShop();
    await publishLamps(shop);
    browser = await openChromium();
    phone = await openPhone(browser, shop, { person: 'xiaoman', route: '/pages/play/index' });
  });

  afterAll(async () => {
    await browser.close();
    await shop.close();
  });

  it('quiz: five right answers pass the round and bring a chance', async () => {
    const { page } = phone;
    const before = await chancesFrom(zh.gameDraw.chances.sources.quiz);
    await openGame('灯会知多少');
    await page.getByRole('button', { name: zh.gameQuiz.begin }).click();
    for (let number = 1; number <= 5; number += 1) {
      await page.getByText(zh.gameQuiz.number(number, 5)).waitFor();
      const text = await page.getByRole('heading', { level: 2 }).first().innerText();
      const question = quizQuestions.find(({ text: { zh: asked } }) => asked === text.trim());
      const right = question?.options[question.answer - 1]?.zh ?? 'the bank does not know this question';
      await page.getByRole('button', { name: right }).click();
      await page.getByText(zh.gameQuiz.right, { exact: true }).waitFor();
      await page.getByRole('button', { name: number === 5 ? zh.gameQuiz.finish : zh.gameQuiz.next }).click();
    }
    await page.getByText(zh.gameQuiz.passed, { exact: true }).waitFor();
    await page.getByText(zh.game.given.chances(1)).waitFor();
    await reachChances(zh.gameDraw.chances.sources.quiz, before + 1);
  });

  it('riddle: a wrong guess, a hint for points, and the answer in traditional characters bring a chance', async () => {
    const { page } = phone;
    const riddle = riddles.find(({ reward }) => reward?.kind === 'chance');
    const { place, answers, hints } = riddle ?? { place: 0, answers: [''], hints: [] };
    await openGame('灯火灯谜会');
    await page.getByText(zh.gameRiddle.place(place), { exact: true }).click();
    const field = page.getByRole('textbox', { name: zh.gameRiddle.answer });
    await field.fill('不是这个');
    await page.getByRole('button', { name: zh.gameRiddle.guess }).click();
    await page.getByText(zh.gameRiddle.wrong('不是这个')).waitFor();
    await page.getByRole('button', { name: zh.gameRiddle.hint('3') }).click();
    await page.getByText(hints[0]?.zh ?? '').waitFor();
    await field.fill(`「 ${answers[0] ?? ''} 」！`);
    await page.getByRole('button', { name: zh.gameRiddle.guess }).click();
    await page
      .getByText(zh.gameRiddle.solution(answers[0] ?? ''))
      .first()
      .waitFor();
    await page.getByText(zh.game.given.chances(1)).waitFor();
    await reachChances(zh.gameDraw.chances.sources.riddle, 1);
  });

  it('jigsaw: dragging and the arrow keys solve it, the server walks the steps again, and the time stands in the day’s list', async () => {
    const { page } = phone;
    await openGame('灯会之夜');
    await page.getByRole('button', { name: zh.gameJigsaw.begin }).click();
    const board = page.getByRole('group', { name: zh.gameJigsaw.board });
    await board.getByRole('button').first().waitFor();
    const moves = solveBoard(await boardOf(page));
    // Two pieces by hand, the others by keys.
    for (const move of moves.slice(0, 2)) await dragInto(page, move as keyof typeof arrows);
    await board.getByRole('button').first().focus();
    for (const move of moves.slice(2)) await page.keyboard.press(arrows[move as keyof typeof arrows], { delay: slideMs });
    await page.getByText(zh.gameJigsaw.solved, { exact: true }).waitFor();
    await page.getByText(zh.gameJigsaw.me, { exact: true }).waitFor();
    await reachChances(zh.gameDraw.chances.sources.jigsaw, 1);
  });

  it('draw: each of those chances is spent, and each lamp has a code to be picked up with', async () => {
    const { page } = phone;
    const codes = new Set<string>();
    while (pickupPictures.length < 3) {
      await openGame('有灯必得');
      await page.getByRole('button', { name: zh.gameDraw.draw }).click();
      await page.getByRole('dialog').getByText('纸灯笼').first().waitFor();
      await page.getByRole('button', { name: zh.gameDraw.result.pickup }).click();
      await page.getByRole('img', { name: zh.reward.pickup.qr }).waitFor();
      const { code, picture } = await readDrawn(() => page.screenshot(), 'QR');
      expect(code).toMatch(/^8\d{15}$/);
      codes.add(code);
      pickupPictures.push(picture);
    }
    expect(codes.size).toBe(3);
  });

  it('till: the codes are scanned and the lamps handed over', async () => {
    const till = await openPhone(browser, shop, { person: 'qing', route: '/packages/staff/till/index' });
    for (const picture of pickupPictures) {
      await scanPicture(till.page, picture);
      await till.page.getByText('纸灯笼').waitFor();
      await till.page.getByRole('button', { name: zh.reward.handOver.confirm }).click();
      await till.page.getByText(zh.reward.handOver.done).waitFor();
      await nextPerson(till.page);
    }
    expect([...till.problems, ...phone.problems]).toEqual([]);
  });

  it('every face comes to rest, in full motion, on the prize that is recorded', async () => {
    const seen = await playFaces(shop, phone, 'xiaoman', proving ? 4 : 1);
    expect(seen.filter(([, shown, told, recorded]) => shown !== recorded || told !== recorded)).toEqual([]);
    expect(new Set(seen.map(([face]) => face)).size).toBe(3);
  });
});
