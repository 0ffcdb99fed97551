import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';
import { items, sales } from './salesData';

describe.each(transports)('joins and lists over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'sales', indexes: [{ name: 'item', keys: { item: 1 } }] },
        { name: 'items', indexes: [{ name: 'sku', keys: { sku: 1 } }] },
      ],
    });
    await script.cloud.data.insert('sales', sales);
    await script.cloud.data.insert('items', items);
  });
  afterAll(() => script.close());
  const list = async (call: (stages: Sdk) => Sdk): Promise<unknown> =>
    (await script.run(call(script.db.collection('sales').aggregate()).end()))['list'];

  it('unwinds lists: empty, null and absent go, a plain value stays', async () => {
    expect(await list((_) => _.sort({ _id: 1 }).unwind('$tags').project({ tags: 1 }))).toEqual([
      { _id: 's1', tags: 'a' },
      { _id: 's1', tags: 'b' },
      { _id: 's3', tags: 'b' },
      { _id: 's6', tags: 'c' },
    ]);
    const kept = { path: '$tags', includeArrayIndex: 'n', preserveNullAndEmptyArrays: true };
    expect(await list((_) => _.sort({ _id: 1 }).unwind(kept).project({ tags: 1, n: 1 }))).toEqual([
      { _id: 's1', tags: 'a', n: 0 },
      { _id: 's1', tags: 'b', n: 1 },
      { _id: 's2', n: null },
      { _id: 's3', tags: 'b', n: 0 },
      { _id: 's4', n: null },
      { _id: 's5', tags: null, n: null },
      { _id: 's6', tags: 'c', n: null },
    ]);
  });

  it('joins another collection, absent and null meeting null and absent', async () => {
    const lookup = { from: 'items', localField: 'item', foreignField: 'sku', as: 'found' };
    const joined = (await list((_) => _.sort({ _id: 1 }).lookup(lookup))) as { _id: string; found: { _id: string }[] }[];
    expect(joined.map((sale) => `${sale._id}:${sale.found.map((item) => item._id).join()}`)).toEqual([
      's1:i1',
      's2:i2',
      's3:',
      's4:',
      's5:i1',
      's6:i3,i4',
    ]);
  });

  it('joins by a pipeline with variables', async () => {
    const { aggregate: $ } = script;
    const pipeline = $.pipeline()
      .match({ $expr: $.eq(['$sku', '$$wanted']) })
      .project({ _id: 0, name: 1 })
      .done();
    const lookup = { from: 'items', let: { wanted: '$item' }, pipeline, as: 'found' };
    expect(await list((_) => _.match({ _id: 's2' }).lookup(lookup).project({ found: 1 }))).toEqual([
      { _id: 's2', found: [{ name: 'Pecans' }] },
    ]);
  });

  it('refuses to join a collection nobody declared', async () => {
    const lookup = { from: 'ghosts', localField: 'item', foreignField: 'sku', as: 'found' };
    expect(await script.refused(script.db.collection('sales').aggregate().lookup(lookup).end())).toMatchObject({
      message: expect.stringContaining('Db or Table not exist: ghosts'),
    });
  });
});
