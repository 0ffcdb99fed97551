import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { file } from './openQuiz';
import { solveBoard } from '../../../config/demo/solveBoard';

const row = {
  ...{ id: 'fair', name: { zh: '灯会', en: 'Fair' }, from: '2026-11-01', to: '2026-12-31', picture: 'lanterns', size: 3 },
  ...{ seconds: 300, perDay: 3, reward: { kind: 'chance', count: 1 } },
};

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(4);
  await file(shop, 'jigsaws', [row, { ...row, id: 'over', to: '2026-11-20' }]);
  shop.cloud.clock.advanceMs(31_000);
});
afterAll(() => shop.close());

const deal = (openid: string, key = `deal-${openid}`, jigsawId = 'fair') => shop.must(openid, 'member', 'jigsaw.deal', { key, jigsawId });
const solve = (openid: string, attemptId: string, moves: string, key = `solve-${openid}`) =>
  shop.call(openid, 'member', 'jigsaw.solve', { key, attemptId, moves });
const view = (openid: string) => shop.must(openid, 'member', 'jigsaw.view', { jigsawId: 'fair' });
const chancesOf = async (openid: string): Promise<number> => (await shop.must(openid, 'member', 'game.play', {})).chances?.left ?? 0;

test('the day’s first solution gives the reward, the next only a time; the best one stands in the day’s list', async () => {
  await shop.join('ada');
  const first = await deal('ada', 'ada-deal-1');
  shop.cloud.clock.advanceMs(60_000);
  expect(await solve('ada', first.attemptId, solveBoard(first.board), 'ada-solve-1')).toMatchObject({
    ok: true,
    value: { given: { points: 0, chances: 1 }, moves: solveBoard(first.board).length },
  });
  const second = await deal('ada', 'ada-deal-2');
  expect(second.attemptId).not.toBe(first.attemptId);
  shop.cloud.clock.advanceMs(20_000);
  expect(await solve('ada', second.attemptId, solveBoard(second.board), 'ada-solve-2')).toMatchObject({ ok: true, value: { given: null } });
  const third = await deal('ada', 'ada-deal-3');
  shop.cloud.clock.advanceMs(90_000);
  await solve('ada', third.attemptId, solveBoard(third.board), 'ada-solve-3');
  const { leaders, mine } = await view('ada');
  expect(leaders).toHaveLength(1);
  expect(leaders[0]).toMatchObject({ mine: true, moves: solveBoard(second.board).length });
  expect(Math.floor((mine?.bestMs ?? 0) / 1000)).toBe(20);
  expect(await chancesOf('ada')).toBe(1);
  expect(await shop.call('ada', 'member', 'jigsaw.deal', { key: 'ada-deal-4', jigsawId: 'fair' })).toMatchObject({
    refusal: { code: 'jigsaw.used', args: { max: 3 } },
  });
});

test('the same taps again give the same answers and no second reward', async () => {
  const again = await deal('ada', 'ada-deal-1');
  const moves = solveBoard(again.board);
  expect(await solve('ada', again.attemptId, moves, 'ada-solve-1')).toMatchObject({ ok: true, value: { given: { chances: 1 } } });
  expect(await solve('ada', again.attemptId, `${moves}UD`, 'ada-solve-1')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await solve('ada', again.attemptId, moves, 'ada-replayed')).toMatchObject({ refusal: { code: 'jigsaw.solved' } });
  expect(await chancesOf('ada')).toBe(1);
});

test('a shuffle whose time runs cannot be thrown away, and deals in parallel are one', async () => {
  await shop.join('bob');
  const deals = await Promise.all([1, 2, 3, 4].map((n) => deal('bob', `bob-deal-${n}`)));
  expect(new Set(deals.map(({ attemptId }) => attemptId)).size).toBe(1);
  expect((await view('bob')).mine).toMatchObject({ attemptsToday: 1, attempt: { attemptId: deals[0]?.attemptId } });
});

test('solutions sent in parallel give one reward', async () => {
  const { attemptId, board } = await deal('bob');
  shop.cloud.clock.advanceMs(30_000);
  const tries = await Promise.all([1, 2, 3, 4].map((n) => solve('bob', attemptId, solveBoard(board), `bob-solve-${n}`)));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await chancesOf('bob')).toBe(1);
});

test('impossible slides, forged results, hands too fast and answers after the time are refused, and nothing is given', async () => {
  await shop.join('cleo');
  const { attemptId, board, dealtAt } = await deal('cleo');
  const moves = solveBoard(board);
  expect(await solve('cleo', attemptId, moves)).toMatchObject({ refusal: { code: 'jigsaw.tooFast' } });
  shop.cloud.clock.advanceMs(60_000);
  expect(await solve('cleo', attemptId, 'UUUU')).toMatchObject({ refusal: { code: 'jigsaw.moves' } });
  expect(await solve('cleo', attemptId, moves.slice(0, -1))).toMatchObject({ refusal: { code: 'jigsaw.moves' } });
  const forged = { key: 'cleo-forged', attemptId, moves, ms: 1, board: [1, 2, 3, 4, 5, 6, 7, 8, 0] };
  expect(await shop.cloud.call('member', { method: 'jigsaw.solve', input: forged, device: 'd' }, { openid: 'cleo' })).toMatchObject({
    refusal: { code: 'call.badInput' },
  });
  shop.cloud.clock.setMs(dealtAt + 303_000);
  expect(await solve('cleo', attemptId, moves)).toMatchObject({ refusal: { code: 'jigsaw.late', args: { seconds: 300 } } });
  expect(await chancesOf('cleo')).toBe(0);
  expect((await view('cleo')).leaders.filter(({ mine }) => mine)).toEqual([]);
  expect((await deal('cleo', 'cleo-deal-2')).attemptId).not.toBe(attemptId);
});

test('somebody else’s attempt is as unknown as one that never was', async () => {
  await shop.join('dora');
  const { attemptId, board } = await deal('cleo', 'cleo-deal-2');
  shop.cloud.clock.advanceMs(30_000);
  expect(await solve('dora', attemptId, solveBoard(board))).toMatchObject({ refusal: { code: 'jigsaw.unknown' } });
  expect(await solve('dora', 'nobody:fair:2026-11-22:1', 'U')).toMatchObject({ refusal: { code: 'jigsaw.unknown' } });
  expect(await shop.call('dora', 'member', 'jigsaw.deal', { key: 'dora-over-1', jigsawId: 'over' })).toMatchObject({
    refusal: { code: 'jigsaw.closed' },
  });
  expect(await shop.call('stranger', 'member', 'jigsaw.deal', { key: 'stranger-1', jigsawId: 'fair' })).toMatchObject({
    refusal: { code: 'member.unknown' },
  });
});

test('the day’s list is the ten fastest, names masked, and every day begins a new one', async () => {
  for (let n = 0; n < 11; n += 1) {
    const openid = `runner-${n}`;
    await shop.join(openid);
    const { attemptId, board } = await deal(openid);
    shop.cloud.clock.advanceMs(10_000 + n * 1_000);
    await solve(openid, attemptId, solveBoard(board));
  }
  const { leaders } = await view('runner-0');
  expect(leaders).toHaveLength(10);
  expect(leaders.map(({ ms }) => ms)).toEqual(leaders.map(({ ms }) => ms).sort((a, b) => a - b));
  expect(leaders.map(({ mine }) => mine)).toEqual([true, ...Array<boolean>(9).fill(false)]);
  expect(leaders.every(({ mask }) => mask.endsWith('**'))).toBe(true);
  shop.cloud.clock.advanceMs(dayMs);
  expect((await view('runner-0')).leaders).toEqual([]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the week’s calendar has what can be played this week, and nothing that is over or switched off', async () => {
  const of = (id: string, from: string, to: string, active = true) => ({ ...row, id, from, to, active });
  const rows = [
    of('soon', '2026-11-29', '2026-12-05'),
    of('later', '2026-12-07', '2026-12-20'),
    of('off', '2026-11-01', '2026-12-31', false),
  ];
  await file(shop, 'jigsaws', rows);
  shop.cloud.clock.setMs(Date.UTC(2026, 10, 25, 4, 0));
  const { games, today } = await shop.must('stranger', 'member', 'game.play', {});
  expect(today).toBe('2026-11-25');
  expect(games.map(({ id, kind }) => [id, kind])).toEqual([
    ['soon', 'jigsaw'],
    ['fair', 'jigsaw'],
  ]);
});
