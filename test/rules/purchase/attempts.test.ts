import { attemptSpanMs, countFailure, isLocked, noTries, wrongCodesPerCardMax } from '@shared/purchase/attempts';

const failAt = (times: readonly number[]) => times.reduce((tries, at) => countFailure(tries, wrongCodesPerCardMax, at), noTries);

test('five wrong codes within ten minutes lock for ten minutes', () => {
  const tries = failAt([0, 1, 2, 3, 4]);
  expect(isLocked(tries, 4)).toBe(true);
  expect(isLocked(tries, 4 + attemptSpanMs - 1)).toBe(true);
  expect(isLocked(tries, 4 + attemptSpanMs)).toBe(false);
});

test('four do not, and tries older than ten minutes no longer count', () => {
  expect(isLocked(failAt([0, 1, 2, 3]), 4)).toBe(false);
  expect(isLocked(failAt([0, 1, 2, 3, attemptSpanMs + 2]), attemptSpanMs + 3)).toBe(false);
});

test('counting begins anew once a lock is over', () => {
  const locked = failAt([0, 1, 2, 3, 4]);
  expect(isLocked(countFailure(locked, wrongCodesPerCardMax, 5 + attemptSpanMs), 6 + attemptSpanMs)).toBe(false);
});
