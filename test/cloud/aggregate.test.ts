import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';
import { items, sales } from './salesData';

describe.each(transports)('aggregations over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'sales', indexes: [{ name: 'item', keys: { item: 1 } }] },
        { name: 'items', indexes: [{ name: 'sku', keys: { sku: 1 } }] },
        { name: 'many', indexes: [] },
      ],
    });
    await script.cloud.data.insert('sales', sales);
    await script.cloud.data.insert('items', items);
    await script.cloud.data.insert(
      'many',
      Array.from({ length: 150 }, (_, at) => ({ _id: `m${at}`, at })),
    );
  });
  afterAll(() => script.close());
  const list = async (call: (stages: Sdk) => Sdk, collection = 'sales'): Promise<unknown> =>
    (await script.run(call(script.db.collection(collection).aggregate()).end()))['list'];

  it('gives 20 documents unless it is limited', async () => {
    expect(await list((_) => _.match({}), 'many')).toHaveLength(20);
    expect(await list((_) => _.match({}).limit(120), 'many')).toHaveLength(120);
    expect(await list((_) => _.sort({ at: -1 }).skip(5).limit(2).project({ at: 1, _id: 0 }), 'many')).toEqual([{ at: 144 }, { at: 143 }]);
  });

  it('groups and adds up, null and absent together', async () => {
    const { aggregate: $ } = script;
    const group = {
      _id: '$item',
      count: $.sum(1),
      sum: $.sum($.multiply(['$price', '$quantity'])),
      most: $.max('$quantity'),
      average: $.avg('$quantity'),
    };
    expect(await list((_) => _.group(group).sort({ _id: 1 }))).toEqual([
      { _id: null, count: 1, sum: 37.5, most: 5, average: 5 },
      { _id: 'abc', count: 2, sum: 120, most: 10, average: 6 },
      { _id: 'jkl', count: 1, sum: 20, most: 1, average: 1 },
      { _id: 'xyz', count: 2, sum: 150, most: 20, average: 15 },
    ]);
  });

  it('collects with push, addToSet, first, last and deviations', async () => {
    const { aggregate: $ } = script;
    const group = {
      _id: null,
      first: $.first('$item'),
      last: $.last('$price'),
      all: $.push('$quantity'),
      prices: $.addToSet('$price'),
      pop: $.stdDevPop('$price'),
    };
    const [all] = (await list((_) => _.match({ item: 'abc' }).sort({ _id: 1 }).group(group))) as [Record<string, unknown>];
    expect(all).toEqual({ _id: null, first: 'abc', last: 10, all: [2, 10], prices: [10], pop: 0 });
  });

  it('groups by several fields, telling objects by the order of their keys', async () => {
    const { aggregate: $ } = script;
    const byMonth = { _id: { month: $.month('$at'), item: '$item' }, count: $.sum(1) };
    expect(await list((_) => _.match({ item: 'xyz' }).group(byMonth).sort({ '_id.month': 1 }))).toEqual([
      { _id: { month: 3, item: 'xyz' }, count: 1 },
      { _id: { month: 4, item: 'xyz' }, count: 1 },
    ]);
  });

  it('puts a boundary into the upper bucket, and the rest into the default', async () => {
    const { aggregate: $ } = script;
    const bucket = { groupBy: '$price', boundaries: [5, 10, 20], default: 'other', output: { count: $.sum(1) } };
    expect(await list((_) => _.bucket(bucket))).toEqual([
      { _id: 5, count: 3 },
      { _id: 10, count: 2 },
      { _id: 'other', count: 1 },
    ]);
    expect(
      (
        await script.refused(
          script.db
            .collection('sales')
            .aggregate()
            .bucket({ groupBy: '$price', boundaries: [10, 5] })
            .end(),
        )
      )['message'],
    ).toContain('ascending order');
  });

  it('makes buckets of even size by itself', async () => {
    expect(await list((_) => _.bucketAuto({ groupBy: '$at', buckets: 3 }), 'many')).toMatchObject([
      { _id: { min: 0, max: 50 }, count: 50 },
      { _id: { min: 50, max: 100 }, count: 50 },
      { _id: { min: 100, max: 149 }, count: 50 },
    ]);
  });

  it('adds, replaces, counts, and counts by value', async () => {
    const { aggregate: $ } = script;
    expect(
      await list((_) =>
        _.match({ _id: 's1' })
          .addFields({ total: $.multiply(['$price', '$quantity']), 'more.deep': 1 })
          .project({ total: 1, more: 1 }),
      ),
    ).toEqual([{ _id: 's1', total: 20, more: { deep: 1 } }]);
    expect(await list((_) => _.match({ _id: 's1' }).replaceRoot({ newRoot: { only: '$item' } }))).toEqual([{ only: 'abc' }]);
    expect(await list((_) => _.match({ price: 5 }).count('fives'))).toEqual([{ fives: 2 }]);
    expect(await list((_) => _.sortByCount('$item').limit(2).sort({ _id: 1 }))).toEqual([
      { _id: 'abc', count: 2 },
      { _id: 'xyz', count: 2 },
    ]);
  });

  it('takes a sample of the size asked for, without repeating one', async () => {
    const sample = (await list((_) => _.sample({ size: 10 }), 'many')) as { _id: string }[];
    expect(new Set(sample.map((item) => item._id)).size).toBe(10);
  });

  it('shapes documents by inclusion, exclusion and computed fields', async () => {
    const { aggregate: $ } = script;
    expect(await list((_) => _.match({ _id: 's2' }).project({ item: true, cheap: $.lt(['$price', 15]) }))).toEqual([
      { _id: 's2', item: 'jkl', cheap: false },
    ]);
    expect(await list((_) => _.match({ _id: 's2' }).project({ at: 0, tags: 0, price: 0 }))).toEqual([
      { _id: 's2', item: 'jkl', quantity: 1 },
    ]);
  });

  it('refuses what it cannot compute, with a sentence', async () => {
    const { aggregate: $, db, refused } = script;
    expect(
      (
        await refused(
          db
            .collection('sales')
            .aggregate()
            .project({ n: $.substr(['$item', -1, 2]) })
            .end(),
        )
      )['message'],
    ).toContain('non-negative');
    expect(
      (
        await refused(
          db
            .collection('sales')
            .aggregate()
            .project({ n: { $odd: 1 } })
            .end(),
        )
      )['message'],
    ).toContain('$odd');
    expect(
      (
        await refused(
          db
            .collection('sales')
            .aggregate()
            .project({ n: { $function: { body: 'return 1', args: [], lang: 'js' } } })
            .end(),
        )
      )['message'],
    ).toBeTruthy();
  });
});
