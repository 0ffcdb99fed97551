import type { Race } from './race';

/** Below this every number of points is a step of its own. */
const exactBelow = 64;
const halfStepBits = 5;

/**
 * The step of a histogram that points fall into: exact below 64, then 32 steps to each doubling, so that a step is never wider than a
 * thirty-second of what it holds (the layout of HdrHistogram). Greater points never fall into a lower step.
 */
export function raceStep(points: number): number {
  if (points < exactBelow) return points;
  const shift = 31 - Math.clz32(points) - halfStepBits;
  return (shift << halfStepBits) + (points >>> shift);
}

/** Moves one racer in the histogram: out of where they were, into where they are. Nobody without points is counted. */
export function moveInSteps(steps: Race['steps'], before: number, after: number): Race['steps'] {
  const moved = new Map(Object.entries(steps));
  const add = (points: number, count: number): void => {
    if (points <= 0) return;
    const step = String(raceStep(points));
    const left = (moved.get(step) ?? 0) + count;
    if (left < 0) throw new Error(`The race's step ${step} would hold ${left}`);
    if (left === 0) moved.delete(step);
    else moved.set(step, left);
  };
  add(before, -1);
  add(after, 1);
  return Object.fromEntries(moved);
}

/**
 * About which place so many points hold: everybody on a higher step, and half of those on the same. Told with two digits, since it is
 * no more exact than that.
 */
export function aboutPlace(steps: Race['steps'], points: number): number {
  const own = raceStep(points);
  let above = 0;
  let same = 0;
  for (const [step, count] of Object.entries(steps)) {
    if (Number(step) > own) above += count;
    else if (Number(step) === own) same = count;
  }
  return twoDigits(above + Math.ceil(same / 2));
}

/** How many hold a place. */
export function racersIn(steps: Race['steps']): number {
  return Object.values(steps).reduce((sum, count) => sum + count, 0);
}

function twoDigits(place: number): number {
  const unit = 10 ** Math.max(0, String(place).length - 2);
  return Math.max(1, Math.round(place / unit) * unit);
}
