import { compareValues } from '@localcloud/engine/compareValues';
import { encodeKey } from '@localcloud/engine/encodeKey';
import { encodeField } from '@localcloud/engine/indexRows';
import { parseText } from '@localcloud/engine/parseText';
import { printText } from '@localcloud/engine/printText';
import { Decimal128 } from 'bson';
import fc from 'fast-check';
import { provedCount } from './probe';

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

/** Close neighbours, where floating numbers run out of digits. */
const nearNumber = fc
  .tuple(
    fc.constantFrom('9007199254740992', '-9007199254740992', '1152921504606846976', '0.1', '-0.1', '1e300', '0'),
    fc.integer({ min: -3, max: 3 }),
  )
  .chain(([text, step]) =>
    fc.constantFrom<() => unknown>(
      () => Number(text) + step,
      () => (/^-?\d+$/.test(text) ? BigInt(text) + BigInt(step) : Number(text)),
      () => Decimal128.fromString(step === 0 ? text : `${text.replace(/e.*/, '')}${text.includes('.') ? '' : '.'}00000${Math.abs(step)}`),
    ),
  )
  .map((make) => make());
const anyNumber = fc.oneof(
  nearNumber,
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double({ min: -1e25, max: 1e25, noNaN: true }),
  fc.constantFrom(Infinity, -Infinity, 5e-324, -5e-324, Number.MAX_VALUE, 1e-300),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.constantFrom(-340, -40, -33, -5, 0, 2, 290, 400))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
);

/** Compares two numbers as fractions of whole numbers, by other means than the engine's. */
function compareExactly(left: unknown, right: unknown): number {
  const [one, other] = [fractionOf(left), fractionOf(right)];
  // What is infinite lies beyond every finite number, however large.
  if (one === undefined) return other === undefined ? sign(Number(left) - Number(right) || 0) : Math.sign(Number(left));
  if (other === undefined) return -Math.sign(Number(right));
  const [a, b] = [one.over * other.under, other.over * one.under];
  return a < b ? -1 : Number(a > b);
}

function fractionOf(value: unknown): { readonly over: bigint; readonly under: bigint } | undefined {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    let [over, under] = [value, 1n];
    while (!Number.isInteger(over)) [over, under] = [over * 2, under * 2n];
    return { over: BigInt(over), under };
  }
  const [digits = '0', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const power = Number(exponent) - fraction.length;
  const over = BigInt(whole + fraction);
  return power < 0 ? { over, under: 10n ** BigInt(-power) } : { over: over * 10n ** BigInt(power), under: 1n };
}

const tails: readonly (readonly [Buffer, Buffer])[] = [
  [Buffer.alloc(0), Buffer.from([63, 240, 0])],
  [Buffer.from([1]), Buffer.from([254])],
];

const joined = (key: Buffer, tail: Buffer): Buffer => Buffer.concat([key, tail]);

const sign = (compared: number): number => Math.sign(compared);

describe('the order of values', () => {
  it('is the same in bytes as in comparison, and turned round for descending indexes', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const compared = sign(compareValues(left, right));
        expect(sign(Buffer.compare(encodeKey(left), encodeKey(right)))).toBe(compared);
        expect(sign(Buffer.compare(encodeField(left, -1), encodeField(right, -1)))).toBe(compared === 0 ? 0 : -compared);
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

  it('tells numbers apart exactly, whatever kind they are of', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (left, right) => {
        const compared = sign(compareValues(left, right));
        expect(compared).toBe(compareExactly(left, right));
        expect(sign(Buffer.compare(encodeKey(left), encodeKey(right)))).toBe(compared);
        // In an index something follows: the next field, either way round, or the place of the document.
        for (const [one, other] of [...tails, ...tails.map(([a, b]) => [b, a] as const)]) {
          if (compared === 0) break;
          expect(sign(Buffer.compare(joined(encodeKey(left), one), joined(encodeKey(right), other)))).toBe(compared);
          expect(sign(Buffer.compare(joined(encodeField(left, -1), one), joined(encodeField(right, -1), other)))).toBe(-compared);
        }
      }),
      { numRuns: provedCount(1000, 20_000) },
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
    expect(parseText('{"l":{"$numberLong":"9007199254740993"}}')).toEqual({ l: 9007199254740993n });
    expect(() => parseText('{"l":{"$numberLong":"9223372036854775808"}}')).toThrow('64-bit');
    expect(parseText(text)).toEqual({ i: 5, l: 9007199254740991, d: -0.5, n: Number.NaN, t: new Date(7) });
  });
});
