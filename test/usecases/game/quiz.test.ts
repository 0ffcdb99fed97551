import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { file, openQuiz, playOn, rightPlace } from './openQuiz';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(4);
  await openQuiz(shop);
});
afterAll(() => shop.close());

const begin = (openid: string, key = `begin-${openid}`, quizId = 'tea') => shop.must(openid, 'member', 'quiz.begin', { key, quizId });
const chancesOf = async (openid: string): Promise<number> => (await shop.must(openid, 'member', 'game.play', {})).chances?.left ?? 0;
const scoreOf = async (openid: string): Promise<number> => {
  const { cardNumber } = await shop.join(openid);
  const [card] = await shop.cloud.data.find('cards', { _id: cardNumber }, { limit: 1 });
  const [account] = await shop.cloud.data.find('accounts', { memberId: String(card?.['memberId']) }, { limit: 1 });
  return (account?.['score'] as { points: number }[]).reduce((sum, { points }) => sum + points, 0);
};

test('whoever passes gets a chance and the score of a game and a quiz, once', async () => {
  await shop.join('ada');
  const before = await scoreOf('ada');
  const done = await playOn(shop, 'ada', await begin('ada'), [true, false, true]);
  expect(done.result).toEqual({ passed: true, correct: 2, points: 0, chances: 1 });
  expect(done.answered.map(({ correct }) => correct)).toEqual([true, false, true]);
  expect(await chancesOf('ada')).toBe(1);
  expect((await scoreOf('ada')) - before).toBe(8);
  expect(await shop.call('ada', 'member', 'quiz.begin', { key: 'begin-ada-2', quizId: 'tea' })).toMatchObject({
    refusal: { code: 'quiz.passed' },
  });
});

test('the same taps again give the same answers and nothing more', async () => {
  expect((await begin('ada')).result).toMatchObject({ passed: true });
  const [round] = await shop.cloud.data.find('quizRounds', { quizId: 'tea' }, { limit: 1 });
  const [, , last] = round?.['questions'] as { answer: { key: string; option: number } }[];
  const roundId = String(round?.['_id']);
  const again = { key: last?.answer.key ?? '', roundId, number: 3, option: last?.answer.option ?? 0 };
  expect(await shop.must('ada', 'member', 'quiz.answer', again)).toMatchObject({ result: { chances: 1 } });
  expect(await shop.call('ada', 'member', 'quiz.answer', { ...again, option: (again.option + 1) % 4 })).toMatchObject({
    refusal: { code: 'key.reused' },
  });
  expect(await chancesOf('ada')).toBe(1);
});

test('who fails may try again up to the day’s rounds, and a new day brings new ones', async () => {
  await shop.join('bob');
  for (let n = 1; n <= 3; n += 1) {
    const { result } = await playOn(shop, 'bob', await begin('bob', `begin-bob-${n}`), [false, true, false]);
    expect(result).toEqual({ passed: false, correct: 1, points: 0, chances: 0 });
  }
  expect(await shop.call('bob', 'member', 'quiz.begin', { key: 'begin-bob-4', quizId: 'tea' })).toMatchObject({
    refusal: { code: 'quiz.roundsUsed', args: { max: 3 } },
  });
  expect((await shop.must('bob', 'member', 'quiz.view', { quizId: 'tea' })).mine).toEqual({
    roundsToday: 3,
    passedToday: false,
    round: null,
  });
  shop.cloud.clock.advanceMs(dayMs);
  expect((await begin('bob', 'begin-bob-5')).answered).toEqual([]);
  expect(await chancesOf('bob')).toBe(0);
});

test('a round that displeases cannot be thrown away: the next begin goes on with it', async () => {
  await shop.join('cleo');
  const begun = await begin('cleo', 'begin-cleo-1');
  const asked = await shop.must('cleo', 'member', 'quiz.ask', { roundId: begun.roundId, number: 1 });
  expect(await begin('cleo', 'begin-cleo-2')).toEqual(asked);
  expect((await shop.must('cleo', 'member', 'quiz.view', { quizId: 'tea' })).mine?.round).toEqual(asked);
});

test('an answer after the time counts as wrong by the server’s clock, whatever the phone’s says', async () => {
  await shop.join('dora');
  const { roundId } = await begin('dora');
  const asked = await shop.must('dora', 'member', 'quiz.ask', { roundId, number: 1 });
  const right = rightPlace(asked);
  shop.cloud.clock.advanceMs(22_500);
  // A phone whose clock was set back can claim nothing: there is no field for it.
  const forged = { key: 'answer-dora-0', roundId, number: 1, option: right, at: 0 };
  expect(await shop.cloud.call('member', { method: 'quiz.answer', input: forged, device: 'd' }, { openid: 'dora' })).toMatchObject({
    refusal: { code: 'call.badInput' },
  });
  const late = await shop.must('dora', 'member', 'quiz.answer', { key: 'answer-dora-1', roundId, number: 1, option: right });
  expect(late.answered).toMatchObject([{ correct: false, late: true, right }]);
});

test('asking for the question again does not start its time anew', async () => {
  const { roundId } = await begin('dora');
  const first = await shop.must('dora', 'member', 'quiz.ask', { roundId, number: 2 });
  shop.cloud.clock.advanceMs(15_000);
  expect(await shop.must('dora', 'member', 'quiz.ask', { roundId, number: 2 })).toEqual(first);
});

test('of answers given in parallel one counts, and the round stands as that one left it', async () => {
  await shop.join('emil');
  const { roundId } = await begin('emil');
  await shop.must('emil', 'member', 'quiz.ask', { roundId, number: 1 });
  const tries = await Promise.all(
    [0, 1, 2, 3].map((option) => shop.call('emil', 'member', 'quiz.answer', { key: `emil-answer-${option}`, roundId, number: 1, option })),
  );
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  expect(tries.flatMap((each) => (each.ok ? [] : [each.refusal.code]))).toEqual(Array(3).fill('quiz.answered'));
  const { mine } = await shop.must('emil', 'member', 'quiz.view', { quizId: 'tea' });
  expect(mine?.round?.answered).toHaveLength(1);
});

test('begins in parallel are one round', async () => {
  await shop.join('fay');
  const rounds = await Promise.all([1, 2, 3, 4].map((n) => begin('fay', `begin-fay-${n}`)));
  expect(new Set(rounds.map(({ roundId }) => roundId)).size).toBe(1);
});

test('somebody else’s round is as unknown as one that never was, and results cannot be forged', async () => {
  await shop.join('gil');
  const { roundId } = await begin('fay');
  for (const id of [roundId, 'nobody:tea:2026-11-22:1']) {
    expect(await shop.call('gil', 'member', 'quiz.ask', { roundId: id, number: 1 })).toMatchObject({ refusal: { code: 'quiz.unknown' } });
    const answer = { key: 'gil-answer-1', roundId: id, number: 1, option: 0 };
    expect(await shop.call('gil', 'member', 'quiz.answer', answer)).toMatchObject({ refusal: { code: 'quiz.unknown' } });
  }
  const forged = { key: 'fay-forged-1', roundId, number: 1, option: 0, correct: true, result: { passed: true, chances: 9 } };
  expect(await shop.cloud.call('member', { method: 'quiz.answer', input: forged, device: 'd' }, { openid: 'fay' })).toMatchObject({
    refusal: { code: 'call.badInput' },
  });
  expect(await shop.call('fay', 'member', 'quiz.answer', { key: 'fay-answer-3', roundId, number: 3, option: 0 })).toMatchObject({
    refusal: { code: 'quiz.order' },
  });
  expect(await shop.call('stranger', 'member', 'quiz.begin', { key: 'stranger-1', quizId: 'tea' })).toMatchObject({
    refusal: { code: 'member.unknown' },
  });
});

test('the file of everything about a member tells nothing of a round that goes on', async () => {
  await playOn(shop, 'gil', await begin('gil'), [true, true, true]);
  const filed = async (openid: string) => {
    await shop.must(openid, 'member', 'member.requestExport', {});
    await shop.cloud.runTimer('jobs', 'exportMembers');
    const { url } = await shop.must(openid, 'member', 'member.exportState', {});
    return (await (await fetch(url ?? '')).json()) as { quizRounds: readonly { quizId: string }[] };
  };
  expect((await filed('fay')).quizRounds).toEqual([]);
  expect((await filed('gil')).quizRounds).toMatchObject([{ quizId: 'tea', passed: true }]);
});

test('points as a reward arrive at once and are explained; where the day’s chances are given, none is added and none is lost', async () => {
  await openQuiz(shop, { id: 'points', reward: { kind: 'points', points: 15 } });
  for (const n of [1, 2, 3, 4]) await openQuiz(shop, { id: `more-${n}` });
  await shop.join('hana');
  const paid = await playOn(shop, 'hana', await begin('hana', 'begin-hana-0', 'points'), [true, true, true]);
  expect(paid.result).toEqual({ passed: true, correct: 3, points: 15, chances: 0 });
  const { lines } = await shop.must('hana', 'member', 'ledger.statement', {});
  expect(lines[0]).toMatchObject({ kind: 'prize', availableDelta: 15, note: { gameEn: 'tea' } });
  const given: (number | undefined)[] = [];
  for (const n of [1, 2, 3, 4]) {
    const done = await playOn(shop, 'hana', await begin('hana', `begin-hana-${n}`, `more-${n}`), [true, true, false]);
    given.push(done.result?.chances);
  }
  expect(given).toEqual([1, 1, 1, 0]);
  expect(await chancesOf('hana')).toBe(3);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a quiz that is closed, unknown or without enough questions is refused; its page still shows it', async () => {
  await openQuiz(shop, { id: 'over', to: '2026-11-20' });
  await file(shop, 'quizzes', [
    {
      id: 'empty',
      name: { zh: '空', en: 'empty' },
      from: '2026-11-01',
      to: '2026-12-31',
      questions: 3,
      seconds: 9,
      pass: 1,
      perDay: 1,
      reward: { kind: 'points', points: 1 },
    },
  ]);
  shop.cloud.clock.advanceMs(31_000);
  const tried = async (quizId: string) => shop.call('hana', 'member', 'quiz.begin', { key: `begin-${quizId}-1`, quizId });
  expect(await tried('over')).toMatchObject({ refusal: { code: 'quiz.closed' } });
  expect(await tried('empty')).toMatchObject({ refusal: { code: 'quiz.closed' } });
  expect(await tried('never')).toMatchObject({ refusal: { code: 'quiz.unknown' } });
  expect(await shop.must('stranger', 'member', 'quiz.view', { quizId: 'over' })).toMatchObject({ open: false, mine: null });
});

test('a bank’s rows are reported one by one: a wrong answer, an unknown quiz and other options are refused', async () => {
  const row = {
    quiz: 'tea',
    id: 'q1',
    text: { zh: '问', en: 'Q' },
    options: [
      { zh: '甲', en: 'A' },
      { zh: '乙', en: 'B' },
    ],
    answer: 1,
    explanation: { zh: '因', en: 'E' },
  };
  const rows = [row, { ...row, id: 'new' }, { ...row, id: 'bad', answer: 3 }, { ...row, quiz: 'none' }];
  const report = await shop.must('operator-1', 'console', 'store.apply', { section: 'quizQuestions', rows, dryRun: true, firstRow: 0 });
  expect(report.rows.map(({ result, refusal }) => refusal?.code ?? result)).toEqual([
    'row.optionsChanged',
    'created',
    'row.invalid',
    'row.unknownQuiz',
  ]);
});
