import fc from 'fast-check';
import { countRace, racePrize, raceSettleDay, type RaceScore } from '@shared/ledger/race';
import { aboutPlace, moveInSteps, racersIn, raceStep } from '@shared/ledger/raceHistogram';

test('points count for the month of the purchase, refunds take them back, and months that are over are forgotten', () => {
  let race: readonly RaceScore[] = countRace([], '2026-11', 120, '2026-11-29');
  race = countRace(race, '2026-12', 30, '2026-12-20');
  race = countRace(race, '2026-11', -20, '2026-12-20');
  expect(race).toEqual([
    { month: '2026-11', points: 100 },
    { month: '2026-12', points: 30 },
  ]);
  expect(countRace(race, '2027-01', 5, '2027-01-09')).toEqual([
    { month: '2026-12', points: 30 },
    { month: '2027-01', points: 5 },
  ]);
  expect(countRace([], '2026-10', 5, '2027-01-09')).toEqual([]);
});

test('a month is settled on the 8th of the next; prizes go by place', () => {
  expect(raceSettleDay('2026-12')).toBe('2027-01-08');
  const prizes = [
    { upTo: 1, points: 100 },
    { upTo: 3, points: 50 },
  ];
  expect([1, 2, 3, 4].map((place) => racePrize(prizes, place))).toEqual([100, 50, 50, 0]);
});

test('more points never fall into a lower step, and a step is never wider than a thirty-second of what it holds', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (points) => {
      const step = raceStep(points);
      expect(raceStep(points + 1) - step === 0 || raceStep(points + 1) - step === 1).toBe(true);
      const width = Math.max(1, Math.ceil(points / 32));
      expect(raceStep(points + width)).toBeGreaterThan(step);
    }),
  );
});

test('the histogram kept step by step is the one counted anew, and the place told is near the true one', () => {
  const moves = fc.array(fc.record({ who: fc.nat(200), points: fc.nat(40_000) }), { minLength: 1, maxLength: 500 });
  fc.assert(
    fc.property(moves, (history) => {
      const points = new Map<number, number>();
      let steps: Readonly<Record<string, number>> = {};
      for (const { who, points: next } of history) {
        steps = moveInSteps(steps, points.get(who) ?? 0, next);
        points.set(who, next);
      }
      const racing = [...points.values()].filter((each) => each > 0);
      const anew = racing.reduce<Readonly<Record<string, number>>>((kept, each) => moveInSteps(kept, 0, each), {});
      expect(steps).toEqual(anew);
      expect(racersIn(steps)).toBe(racing.length);
      for (const own of racing.slice(0, 5)) {
        const sameStep = racing.filter((each) => raceStep(each) === raceStep(own)).length;
        const better = racing.filter((each) => each > own).length + 1;
        // Two digits are told, so up to one in twenty is rounding.
        expect(Math.abs(aboutPlace(steps, own) - better)).toBeLessThanOrEqual(sameStep + better / 20 + 1);
      }
    }),
  );
});
