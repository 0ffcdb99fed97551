import fc from 'fast-check';
import { decideGuess, decideHint, newState, viewRiddle } from '@shared/game/riddle/decideGuess';
import { foldAnswer } from '@shared/game/riddle/foldAnswer';
import { riddleRow } from '@shared/game/riddle/rows';
import type { Riddle, RiddleState } from '@shared/game/riddle/types';
import { simplify } from '../../../cloudfunctions/usecases/game/riddle/simplify';
import riddles from '../../../config/demo/riddles.json';

const named = (text: string) => ({ zh: text, en: text });
const lantern: Riddle = {
  ...{ _id: 'fair:lantern', festivalId: 'fair', place: 1, name: named('Bones of bamboo'), category: named('a thing') },
  ...{ answers: ['灯笼', 'lantern'], hints: [named('paper'), named('light')], explanation: named('because'), reward: null, active: true },
};
const festival = { tries: 3, reward: { kind: 'points', points: 2 } } as const;
const fresh = newState('m', lantern, 'd');
const guessed = (state: RiddleState, ...texts: readonly string[]): RiddleState =>
  texts.reduce((before, text, index) => {
    const decided = decideGuess(before, { key: `k-${text}-${index}`, text, right: text === 'right' }, festival.tries, index);
    if (!decided.ok) throw new Error(decided.refusal.code);
    return decided.value.state;
  }, state);
const fold = (text: string): string => foldAnswer(text, simplify);

test.each([
  ['燈籠', '灯笼'],
  ['灯 笼。', '灯笼'],
  ['「灯笼」！', '灯笼'],
  ['ＬＡＮＴＥＲＮ', 'lantern'],
  ['Moon-cake', 'mooncake'],
  ['裡外', '里外'],
  ['裏外', '里外'],
  ['螢火蟲', '萤火虫'],
  ['①', '1'],
  ['　龍　', '龙'],
])('%s says the same as %s', (given, meant) => {
  expect(fold(given)).toBe(fold(meant));
});

test('what says something else stays something else', () => {
  expect(fold('灯')).not.toBe(fold('灯笼'));
  expect(fold('！？ …')).toBe('');
});

test('folding what is folded changes nothing, and neither do blanks, signs and width', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Array.from('灯燈籠笼乾干月茶ＡＢab12é①'))), (characters) => {
      const folded = fold(characters.join(''));
      expect(fold(folded)).toBe(folded);
      expect(fold(` ${characters.join(' ・')}！`)).toBe(folded);
    }),
  );
});

test('three wrong guesses settle a riddle: the answer is told then, and not before', () => {
  const twice = guessed(fresh, 'no', 'nor');
  expect(viewRiddle(lantern, festival, twice)).toMatchObject({ state: 'open', triesLeft: 1, wrong: ['no', 'nor'], solution: null });
  expect(JSON.stringify(viewRiddle(lantern, festival, twice))).not.toMatch(/灯笼|because|paper/);
  const thrice = guessed(fresh, 'no', 'nor', 'never');
  expect(viewRiddle(lantern, festival, thrice)).toMatchObject({ state: 'missed', triesLeft: 0, solution: { answer: '灯笼' }, given: null });
  expect(decideGuess(thrice, { key: 'more', text: 'right', right: true }, 3, 9)).toMatchObject({ refusal: { code: 'riddle.over' } });
});

test('the right guess settles it, the same tap repeats it, and the key is good for nothing else', () => {
  const solved = guessed(fresh, 'no', 'right');
  expect(viewRiddle(lantern, festival, solved)).toMatchObject({ state: 'solved', solution: { answer: '灯笼' }, given: { points: 0 } });
  expect(decideGuess(solved, { key: 'k-right-1', text: 'right', right: true }, 3, 9)).toEqual({
    ok: true,
    value: { state: solved, right: true, isNew: false },
  });
  expect(decideGuess(solved, { key: 'k-right-1', text: 'other', right: false }, 3, 9)).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(decideGuess(solved, { key: 'again', text: 'right', right: true }, 3, 9)).toMatchObject({ refusal: { code: 'riddle.over' } });
});

test('hints come one after the other, each once, and none for a riddle that is settled', () => {
  const hint = (state: RiddleState, number: number) => decideHint(state, { number, key: `hint-${number}` }, lantern, 3, 5);
  expect(hint(fresh, 2)).toMatchObject({ refusal: { code: 'riddle.noHint' } });
  const first = hint(fresh, 1);
  if (!first.ok) throw new Error('The first hint was refused');
  expect(viewRiddle(lantern, festival, first.value.state)).toMatchObject({ hints: [named('paper')], hintsLeft: 1 });
  expect(hint(first.value.state, 1)).toEqual({ ok: true, value: { state: first.value.state, isNew: false } });
  expect(hint(first.value.state, 3)).toMatchObject({ refusal: { code: 'riddle.noHint' } });
  expect(hint(guessed(fresh, 'right'), 1)).toMatchObject({ refusal: { code: 'riddle.over' } });
});

test('the demo’s festival has at least sixty different riddles, none of which gives its answer away', () => {
  const rows = riddles.map((row) => riddleRow.parse(row));
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(new Set(rows.map(({ text }) => text.zh)).size).toBe(rows.length);
  expect(new Set(rows.map(({ answers }) => answers[0])).size).toBe(rows.length);
  expect(rows.map(({ place }) => place)).toEqual(rows.map((_, index) => index + 1));
  const telling = rows.filter(({ text, answers, hints }) => [text, ...hints].some(({ zh }) => zh.includes(answers[0] ?? '')));
  expect(telling.map(({ id }) => id)).toEqual([]);
});
