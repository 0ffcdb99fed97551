import { faceFor, gridOf, gridSteps, prizesFor, sectorAt, stepTimes, wheelTurn } from '@/features/game/landing';
import tokens from '@/ui/tokens.json';
import { fair } from '../../rules/game/playPool';

const [somePrize] = fair.prizes;
if (somePrize === undefined) throw new Error('The fair has prizes');
const prizes = (count: number) => Array.from({ length: count }, (_, place) => ({ ...somePrize, id: `prize-${place}` }));
const counts = [1, 2, 3, 4, 5, 6, 7, 8, 12, 30];

test.each(counts)('the wheel of %i comes to rest on the given prize, whichever it is and wherever it stood before', (count) => {
  let turned = 0;
  for (const place of [...prizes(count).keys(), ...prizes(count).keys()].reverse()) {
    const next = wheelTurn(place, count, turned);
    expect(sectorAt(next, count)).toBe(place);
    expect(next - turned).toBeGreaterThan(360);
    turned = next;
  }
});

test.each(counts.filter((count) => count <= 8))('the light among nine squares rests on the given prize of %i', (count) => {
  const squares = gridOf(prizes(count));
  expect(squares).toHaveLength(8);
  for (const prize of prizes(count)) {
    for (const from of squares.keys()) {
      const steps = gridSteps(
        squares.findIndex((each) => each.id === prize.id),
        from,
      );
      expect(squares[steps.at(-1) ?? -1]?.id).toBe(prize.id);
      expect(steps.every((step, index) => index === 0 || step === ((steps[index - 1] ?? 0) + 1) % 8)).toBe(true);
    }
  }
});

test('the light slows down and has come to rest when the time is over', () => {
  const times = stepTimes(40, tokens.motionMs.draw);
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(times.at(-1)).toBe(3200);
  expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
});

test('more prizes than eight are shown on a wheel, not left out of the squares', () => {
  expect([faceFor('grid', prizes(8)), faceFor('grid', prizes(9)), faceFor('scratch', prizes(9))]).toEqual(['grid', 'wheel', 'scratch']);
});

test('every prize that a member’s table, its fallback or the guarantee can give has a place', () => {
  const [table] = fair.tables;
  if (table === undefined) throw new Error('The fair has a table');
  const galaxy = { ...table, tierIds: ['galaxy' as const], rows: [{ prizeId: 'lamp', weight: 1 }], fallback: 'thanks' };
  const content = { ...fair, tables: [{ ...table, tierIds: ['firefly' as const] }, galaxy] };
  expect(prizesFor(content, 'galaxy').map((prize) => prize.id)).toEqual(['lamp', 'thanks', 'points']);
  expect(prizesFor(content, 'firefly').map((prize) => prize.id)).toEqual(['lamp', 'mug', 'points', 'thanks']);
  expect(prizesFor(content, null)).toHaveLength(4);
});
