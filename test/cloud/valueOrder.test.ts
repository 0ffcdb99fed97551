import { compareValues } from '@localcloud/engine/compareValues';
import { encodeKey, invertKey } from '@localcloud/engine/encodeKey';
import { parseText } from '@localcloud/engine/parseText';
import { printText } from '@localcloud/engine/printText';
import fc from 'fast-check';

/** Values of every kind a document may hold, nested. */
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.double({ noNaN: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => !name.startsWith('$') && name !== '__proto__'),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

const sign = (compared: number): number => Math.sign(compared);

describe('the order of values', () => {
  it('is the same in bytes as in comparison, and turned round for descending indexes', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const compared = sign(compareValues(left, right));
        expect(sign(Buffer.compare(encodeKey(left), encodeKey(right)))).toBe(compared);
        expect(sign(Buffer.compare(invertKey(encodeKey(left)), invertKey(encodeKey(right))))).toBe(compared === 0 ? 0 : -compared);
      }),
      { numRuns: 2000 },
    );
  });

  it('is an order: equal to itself, turned round when asked the other way, and passed on', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (one, two, three) => {
        expect(compareValues(one, one)).toBe(0);
        expect(sign(compareValues(one, two))).toBe(-sign(compareValues(two, one)) + 0);
        if (compareValues(one, two) <= 0 && compareValues(two, three) <= 0) expect(compareValues(one, three)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("follows MongoDB's order of types", () => {
    const ascending = [
      null,
      Number.NaN,
      -Infinity,
      -1,
      0,
      1.5,
      Infinity,
      '',
      'A',
      'a',
      'é',
      '\u{1f600}',
      {},
      { a: 1 },
      { a: 2 },
      { b: 1 },
      [],
      [1],
      [1, 2],
      [2],
      false,
      true,
      new Date(-5),
      new Date(5),
      /a/,
    ];
    for (let at = 1; at < ascending.length; at += 1) expect(compareValues(ascending[at - 1], ascending[at])).toBeLessThan(0);
  });

  it('puts the shorter text first and text with a zero byte in its place', () => {
    expect(['a\u0000b', 'a', 'ab', 'a\u0000'].sort(compareValues)).toEqual(['a', 'a\u0000', 'a\u0000b', 'ab']);
  });
});

describe('documents as text', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(parseText(printText(value))).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('are read from canonical extended JSON', () => {
    const numbers = '"i":{"$numberInt":"5"},"l":{"$numberLong":"9007199254740991"},"d":{"$numberDouble":"-0.5"}';
    const text = `{${numbers},"n":{"$numberDouble":"NaN"},"t":{"$date":{"$numberLong":"7"}}}`;
    expect(parseText(text)).toEqual({ i: 5, l: 9007199254740991, d: -0.5, n: Number.NaN, t: new Date(7) });
  });
});
