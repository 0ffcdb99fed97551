import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { file } from './openQuiz';

const named = (text: string) => ({ zh: text, en: text });
const days = { from: '2026-11-01', to: '2026-12-31' };
const riddle = (id: string, place: number, answers: readonly string[], more: object = {}) => ({
  ...{ festival: 'fair', id, place, text: named(`Riddle ${place}`), category: named('a thing'), answers },
  ...{ hints: [named(`hint of ${id}`), named('another hint')], explanation: named('because'), ...more },
});

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(4);
  await file(shop, 'riddleFestivals', [
    { id: 'fair', name: named('Riddle fair'), ...days, tries: 3, hintPoints: 7, reward: { kind: 'points', points: 6 } },
    {
      id: 'over',
      name: named('Over'),
      from: '2026-10-01',
      to: '2026-11-20',
      tries: 3,
      hintPoints: 7,
      reward: { kind: 'points', points: 6 },
    },
  ]);
  const many = Array.from({ length: 20 }, (_, index) => riddle(`more-${index}`, index + 5, [`answer ${index}`]));
  const chances = [1, 2, 3, 4].map((n) => riddle(`chance-${n}`, n + 30, ['yes'], { reward: { kind: 'chance', count: 1 } }));
  await file(shop, 'riddles', [riddle('lantern', 1, ['灯笼', 'lantern']), riddle('moon', 2, ['月亮']), ...many, ...chances]);
  await file(shop, 'riddles', [{ ...riddle('late', 1, ['yes']), festival: 'over' }]);
  shop.cloud.clock.advanceMs(31_000);
});
afterAll(() => shop.close());

let taps = 0;
const wish = (riddleId: string, text: string, key = `guess-${(taps += 1)}-${riddleId}`) => ({ key, festivalId: 'fair', riddleId, text });
const guess = (openid: string, riddleId: string, text: string, key?: string) =>
  shop.call(openid, 'member', 'riddle.guess', wish(riddleId, text, key));
const valueOf = (answer: { readonly ok: boolean }): unknown => ('value' in answer ? answer.value : 'refused');
const pointsOf = async (openid: string): Promise<number> => (await shop.must(openid, 'member', 'game.play', {})).available;
const hint = (openid: string, number: number, riddleId = 'lantern') =>
  shop.call(openid, 'member', 'riddle.hint', { key: `hint-key-${number}`, festivalId: 'fair', riddleId, number });

test('the right answer, however it is written, gives the reward once', async () => {
  await shop.join('ada');
  const before = await pointsOf('ada');
  const solved = await guess('ada', 'lantern', ' 燈籠！', 'ada-lantern-1');
  expect(solved).toMatchObject({
    ok: true,
    value: { right: true, riddle: { state: 'solved', given: { points: 6 }, solution: { answer: '灯笼' } } },
  });
  expect(await guess('ada', 'lantern', ' 燈籠！', 'ada-lantern-1')).toMatchObject({ value: valueOf(solved) });
  expect(await guess('ada', 'lantern', '灯笼')).toMatchObject({ refusal: { code: 'riddle.over' } });
  expect(await guess('ada', 'lantern', '别的', 'ada-lantern-1')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect((await pointsOf('ada')) - before).toBe(6);
  const { lines } = await shop.must('ada', 'member', 'ledger.statement', {});
  expect(lines[0]).toMatchObject({ kind: 'prize', availableDelta: 6, note: { gameEn: 'Riddle fair' } });
});

test('three wrong guesses are all there are, and only then is the answer told', async () => {
  await shop.join('bob');
  for (const text of ['wrong 1', 'wrong 2']) {
    const answer = await guess('bob', 'lantern', text);
    expect(answer).toMatchObject({ ok: true, value: { right: false, riddle: { state: 'open', solution: null } } });
    expect(JSON.stringify(answer)).not.toMatch(/灯笼|because/);
  }
  expect(await guess('bob', 'lantern', '？！')).toMatchObject({ refusal: { code: 'riddle.empty' } });
  expect(await guess('bob', 'lantern', 'wrong 3')).toMatchObject({ value: { riddle: { state: 'missed', solution: { answer: '灯笼' } } } });
  expect(await guess('bob', 'lantern', '灯笼')).toMatchObject({ refusal: { code: 'riddle.over' } });
});

test('of many guesses at once no more than three count, and the reward comes once', async () => {
  await shop.join('cleo');
  const before = await pointsOf('cleo');
  const texts = ['月亮', 'sun', '月亮', 'star', '月亮', 'lamp', '月亮', 'fire'];
  for (;;) {
    const answers = await Promise.all(texts.map((text, index) => guess('cleo', 'moon', text, `cleo-moon-${index}`)));
    if (!answers.some((each) => !each.ok && each.refusal.code === 'busy.tryAgain')) break;
  }
  const [state] = await shop.cloud.data.find('riddleStates', { _id: { $regex: 'fair:moon$' } }, { limit: 9 });
  const guesses = state?.['guesses'] as { right: boolean }[];
  expect(guesses.length).toBeLessThanOrEqual(3);
  const won = guesses.some(({ right }) => right) ? 6 : 0;
  expect((await pointsOf('cleo')) - before).toBe(won);
});

test('a hint costs its points once, comes in order, and not without points', async () => {
  await shop.join('dora');
  const before = await pointsOf('dora');
  expect(await hint('dora', 2)).toMatchObject({ refusal: { code: 'riddle.noHint' } });
  const bought = await hint('dora', 1);
  expect(bought).toMatchObject({ ok: true, value: { available: before - 7, riddle: { hints: [named('hint of lantern')], hintsLeft: 1 } } });
  expect(await hint('dora', 1)).toMatchObject({ value: valueOf(bought) });
  const both = await Promise.all([1, 2, 3].map(() => hint('dora', 2)));
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect(await pointsOf('dora')).toBe(before - 14);
  const { lines } = await shop.must('dora', 'member', 'ledger.statement', {});
  expect(lines[0]).toMatchObject({ kind: 'redemption', availableDelta: -7, note: { hintEn: 'Riddle fair' } });
  for (const n of [0, 1, 2, 3, 4, 5, 6]) await hint('dora', 1, `more-${n}`);
  expect(await hint('dora', 2, 'moon')).toMatchObject({ refusal: { code: 'riddle.noHint' } });
  expect(await hint('dora', 1, 'moon')).toMatchObject({ refusal: { code: 'points.short', args: { need: 7 } } });
});

test('chances keep to the day’s limit of riddles; the riddle is solved all the same', async () => {
  await shop.join('emil');
  const given: unknown[] = [];
  for (const n of [1, 2, 3, 4]) {
    const answer = await guess('emil', `chance-${n}`, 'YES');
    given.push(answer.ok ? answer.value.riddle.given?.chances : answer.refusal.code);
  }
  expect(given).toEqual([1, 1, 1, 0]);
  const { chances } = await shop.must('emil', 'member', 'game.play', {});
  expect([chances?.left, chances?.lots[0]?.source]).toEqual([3, 'riddle']);
});

test('the wall comes page by page, each with what the caller did, and tells no answer', async () => {
  const first = await shop.must('bob', 'member', 'riddle.festival', { festivalId: 'fair' });
  expect([first.riddles.length, first.riddlesInAll, first.solved, first.open]).toEqual([20, 26, 0, true]);
  expect(first.riddles[0]).toMatchObject({ id: 'lantern', state: 'missed' });
  expect(JSON.stringify(first.riddles.slice(1))).not.toMatch(/answer \d|月亮|because|hint of/);
  const rest = await shop.must('bob', 'member', 'riddle.festival', { festivalId: 'fair', cursor: first.next ?? '' });
  expect([rest.riddles.length, rest.next]).toEqual([6, null]);
  const ids = [...first.riddles, ...rest.riddles].map(({ id }) => id);
  expect(new Set(ids).size).toBe(26);
  expect(await shop.must('stranger', 'member', 'riddle.festival', { festivalId: 'fair' })).toMatchObject({ solved: null });
});

test('strangers, unknown riddles and festivals that are over are refused, and a forged result is no input', async () => {
  expect(await guess('stranger', 'lantern', '灯笼')).toMatchObject({ refusal: { code: 'member.unknown' } });
  expect(await guess('ada', 'none', '灯笼')).toMatchObject({ refusal: { code: 'riddle.unknown' } });
  const late = { key: 'late-guess-1', festivalId: 'over', riddleId: 'late', text: 'yes' };
  expect(await shop.call('ada', 'member', 'riddle.guess', late)).toMatchObject({ refusal: { code: 'riddle.closed' } });
  const forged = { ...wish('moon', 'no'), right: true };
  expect(await shop.cloud.call('member', { method: 'riddle.guess', input: forged, device: 'd' }, { openid: 'ada' })).toMatchObject({
    refusal: { code: 'call.badInput' },
  });
});

test('what somebody wrote as guesses goes when they leave, and every point and chance is accounted for', async () => {
  expect((await shop.reconcile()).differences).toEqual([]);
  await shop.must('bob', 'member', 'member.leave', { key: 'bob-leaves-1' });
  shop.cloud.clock.advanceMs(8 * dayMs);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  const states = await shop.cloud.data.find('riddleStates', {}, { limit: 100 });
  expect(JSON.stringify(states)).not.toContain('wrong 1');
  expect(states.length).toBeGreaterThan(0);
});
