import fc from 'fast-check';
import { codeDigits, codeSecondsLeft, codeText, codeWindow, splitCode } from '@shared/member/code';
import { codeSecretHex, versionAt } from '@shared/member/secret';

/** RFC 6238, appendix B, SHA-1: the secret is the ASCII of 12345678901234567890; six digits are the last six of its eight. */
const rfcSecretHex = '3132333435363738393031323334353637383930';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is the RFC’s own', (seconds, digits) => {
  expect(codeDigits(rfcSecretHex, codeWindow(seconds * 1000))).toBe(digits);
});

test('a code text splits into the card number and the digits it was made of', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^9\d{15}$/), fc.stringMatching(/^\d{6}$/), (card, digits) => {
      expect(splitCode(codeText(card, digits))).toEqual({ cardNumber: card, digits });
    }),
  );
});

test('counts the seconds left down from 30 to 1', () => {
  expect([30_000, 30_001, 59_001, 59_999].map(codeSecondsLeft)).toEqual([30, 30, 1, 1]);
});

test('the secret is 20 bytes and differs by member, version and master key', () => {
  const master = 'm'.repeat(32);
  const secrets = [
    codeSecretHex(master, 'a', 1),
    codeSecretHex(master, 'a', 2),
    codeSecretHex(master, 'b', 1),
    codeSecretHex('n'.repeat(32), 'a', 1),
  ];
  expect(secrets.every((secret) => /^[0-9a-f]{40}$/.test(secret))).toBe(true);
  expect(new Set(secrets).size).toBe(4);
});

test('the version in force is the one that had begun; the first serves an instance whose clock is a little behind', () => {
  const versions = [
    { version: 1, from: 100, key: 'join' },
    { version: 2, from: 200, key: 'k' },
  ];
  expect([99, 100, 199, 200].map((at) => versionAt(versions, at))).toEqual([1, 1, 1, 2]);
  expect(versionAt([], 100)).toBeNull();
});
