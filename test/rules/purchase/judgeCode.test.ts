import fc from 'fast-check';
import { codeDigits, codeWindow, codeWindowMs } from '@shared/member/code';
import { judgeCode } from '@shared/purchase/judgeCode';

const secretHex = '3132333435363738393031323334353637383930';
const at = 1_795_000_000_000;
const shownAt = (ms: number): string => codeDigits(secretHex, codeWindow(ms));

test.each([0, -codeWindowMs, codeWindowMs])('accepts the code of a phone whose window is %i ms away', (away) => {
  expect(judgeCode(secretHex, shownAt(at + away), at)).toEqual({ ok: true, value: codeWindow(at + away) });
});

test('says of a code that is minutes old that it is stale, and of an older one that it is wrong', () => {
  expect(judgeCode(secretHex, shownAt(at - 2 * codeWindowMs), at)).toEqual({ ok: false, refusal: { code: 'code.stale' } });
  expect(judgeCode(secretHex, shownAt(at - 20 * codeWindowMs), at)).toEqual({ ok: false, refusal: { code: 'code.stale' } });
  expect(judgeCode(secretHex, shownAt(at - 21 * codeWindowMs), at)).toEqual({ ok: false, refusal: { code: 'code.wrong' } });
});

test('never takes a code from the future beyond the next window', () => {
  expect(judgeCode(secretHex, shownAt(at + 2 * codeWindowMs), at).ok).toBe(false);
});

test('takes no other digits than the three windows’ own', () => {
  const right = new Set([-1, 0, 1].map((step) => shownAt(at + step * codeWindowMs)));
  fc.assert(
    fc.property(fc.stringMatching(/^\d{6}$/), (digits) => {
      expect(judgeCode(secretHex, digits, at).ok).toBe(right.has(digits));
    }),
  );
});
