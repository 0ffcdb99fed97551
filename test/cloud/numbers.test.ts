import { Decimal128 } from 'bson';
import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';

/** Numbers as the SDK sends what JavaScript's own cannot hold: extended JSON in the documents and conditions themselves. */
const long = (digits: string) => ({ $numberLong: digits });
const decimal = (digits: string) => ({ $numberDecimal: digits });

/** Neighbours that floating numbers cannot tell apart, smallest first; `b` is one JavaScript writes by itself. */
const stored: readonly (readonly [string, unknown])[] = [
  ['a', long('-9007199254740993')],
  ['b', 9007199254740992],
  ['c', decimal('9007199254740992.5')],
  ['d', long('9007199254740993')],
  ['e', long('9223372036854775807')],
];

/** What `$inc` and `$mul` make of a number. Source: MongoDB's manual, "$inc", "$mul" (its table of types), and IEEE 754 decimal128. */
const arithmetic: readonly (readonly [name: string, before: unknown, update: (command: Sdk) => Sdk, after: unknown])[] = [
  ['a whole number beyond 2^53 stays exact', long('9007199254740993'), (_) => _.inc(2), 9007199254740995n],
  ['whole numbers grow beyond 2^53', 9007199254740991, (_) => _.inc(2), 9007199254740993n],
  ['and come back', long('9007199254740993'), (_) => _.inc(-2), 9007199254740991],
  ['a product beyond 2^53 is exact', 94906267, (_) => _.mul(94906267), 9007199515875289n],
  ['a floating number makes the sum one', long('9007199254740993'), (_) => _.inc(0.5), 9007199254740992],
  ['tenths add up in decimal', decimal('0.1'), (_) => _.inc(decimal('0.2')), Decimal128.fromString('0.3')],
  ['a decimal sum keeps its places', decimal('1.10'), (_) => _.inc(1), Decimal128.fromString('2.10')],
  ['a decimal product has the places of both', decimal('1.10'), (_) => _.mul(decimal('2.0')), Decimal128.fromString('2.200')],
  [
    '34 digits are kept, halves to the even',
    decimal('1E+34'),
    (_) => _.inc(decimal('5')),
    Decimal128.fromString('1.000000000000000000000000000000000E+34'),
  ],
  ['an absent field counts as a whole 0', undefined, (_) => _.inc(decimal('1.50')), Decimal128.fromString('1.50')],
];

describe.each(transports)('numbers over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    const indexes = [
      { name: 'up', keys: { n: 1 } },
      { name: 'down', keys: { m: -1 } },
    ] as const;
    const collections = [
      { name: 'plain', indexes: [] },
      { name: 'indexed', indexes },
      { name: 'unique', indexes: [{ name: 'n', keys: { n: 1 }, unique: true }] },
    ] as const;
    script = await openScriptCloud({ transport, collections });
    const { db, run } = script;
    for (const name of ['plain', 'indexed', 'unique'])
      for (const [_id, n] of stored) await run(db.collection(name).add({ data: { _id, n, m: n } }));
  });
  afterAll(() => script.close());

  const ids = async (call: Sdk): Promise<string> => {
    const { data } = await script.run(call);
    return (data as { _id: string }[]).map((item) => item._id).join('');
  };

  it('are kept exactly', async () => {
    const found = await script.cloud.data.find('plain', {}, { sort: { _id: 1 } });
    expect(found.map(({ n }) => (typeof n === 'number' ? BigInt(n) : n))).toEqual([
      -9007199254740993n,
      9007199254740992n,
      Decimal128.fromString('9007199254740992.5'),
      9007199254740993n,
      9223372036854775807n,
    ]);
    const first = found[0] ?? {};
    expect(first['n']).toBe(first['m']);
  });

  it('travel exactly', async () => {
    const body = { action: 'database.getDocument', collectionName: 'plain', query: '{"_id":"d"}', queryType: 'DOC' };
    const answer = await fetch(`${String(script.cloud.address)}/admin`, { method: 'POST', body: JSON.stringify(body) });
    const { data } = (await answer.json()) as { data: { list: string[] } };
    expect(data.list).toEqual(['{"_id":"d","n":{"$numberLong":"9007199254740993"},"m":{"$numberLong":"9007199254740993"}}']);
  });

  it.each(['plain', 'indexed'])('are compared and sorted exactly (%s)', async (name) => {
    const { db, command } = script;
    const rows = db.collection(name);
    for (const field of ['n', 'm']) {
      const where = (condition: unknown) =>
        ids(
          rows
            .where({ [field]: condition })
            .orderBy('_id', 'asc')
            .get(),
        );
      expect(await where(long('9007199254740993'))).toBe('d');
      expect(await where(9007199254740992)).toBe('b');
      expect(await where(command.gt(9007199254740992))).toBe('cde');
      expect(await where(command.gte(decimal('9007199254740992.5')))).toBe('cde');
      expect(await where(command.lt(long('9007199254740993')))).toBe('abc');
      expect(await where(command.lte(9007199254740992))).toBe('ab');
      expect(await where(command.gt(decimal('9007199254740992.4')).and(command.lt(long('9007199254740993'))))).toBe('c');
      expect(await where(command.in([decimal('9007199254740992.50'), long('-9007199254740993')]))).toBe('ac');
      expect(await where(command.mod(10, 3))).toBe('d');
      expect(await ids(rows.orderBy(field, 'asc').get())).toBe('abcde');
      expect(await ids(rows.orderBy(field, 'desc').get())).toBe('edcba');
      expect(await where({ $type: 'decimal' })).toBe('c');
      expect(await where({ $type: 'long' })).toBe('abde');
    }
  });

  it('are held apart by a unique index, and the same number is the same', async () => {
    const { db, run, refused } = script;
    await run(db.collection('unique').add({ data: { n: long('9007199254740994') } }));
    const again = await refused(db.collection('unique').add({ data: { n: decimal('9007199254740993.0') } }));
    expect(again['message']).toContain('E11000');
  });

  it.each(arithmetic)('%s', async (_name, before, update, after) => {
    const { db, run, cloud, command } = script;
    await run(
      db
        .collection('plain')
        .doc('sum')
        .set({ data: before === undefined ? { other: 1 } : { n: before } }),
    );
    await run(
      db
        .collection('plain')
        .doc('sum')
        .update({ data: { n: update(command) } }),
    );
    expect((await cloud.data.find('plain', { _id: 'sum' }))[0]?.['n']).toEqual(after);
    await run(db.collection('plain').doc('sum').remove());
  });

  it('refuse to grow beyond 64 bits', async () => {
    const { db, refused, cloud, command } = script;
    const error = await refused(
      db
        .collection('plain')
        .doc('e')
        .update({ data: { n: command.inc(1) } }),
    );
    expect(error).toMatchObject({ errCode: -502001, message: expect.stringContaining('Failed to apply $inc operations to current value') });
    expect((await cloud.data.find('plain', { _id: 'e' }))[0]?.['n']).toBe(9223372036854775807n);
  });

  it('add up in aggregations', async () => {
    const { db, run, aggregate: $ } = script;
    const rows = db.collection('plain').aggregate();
    const grouped = rows
      .match({ _id: script.command.in(['a', 'c', 'd']) })
      .group({ _id: null, sum: $.sum('$n'), most: $.max('$n'), least: $.min('$n') });
    const { list } = await run(
      grouped.project({ sum: 1, isMost: $.eq(['$most', long('9007199254740993')]), isLeast: $.lt(['$least', -9007199254740992]) }).end(),
    );
    expect(list).toEqual([{ _id: null, sum: decimal('9007199254740992.5'), isMost: true, isLeast: true }]);
    const one = db.collection('plain').aggregate().match({ _id: 'd' });
    const computed = one.project({
      isNext: $.eq([$.add(['$n', 1]), long('9007199254740994')]),
      isBefore: $.eq([$.subtract(['$n', 2]), 9007199254740991]),
      isHalf: $.eq([$.multiply(['$n', decimal('0.5')]), decimal('4503599627370496.5')]),
    });
    expect((await run(computed.end()))['list']).toEqual([{ _id: 'd', isNext: true, isBefore: true, isHalf: true }]);
  });
});
