import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';

const [first, second] = ['65a000000000000000000001', '65a000000000000000000002'] as const;
const oid = (hex: string): object => ({ $oid: hex });

describe.each(transports)("MongoDB's object ids over %s", (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    const indexes = [{ name: 'friend', keys: { friend: 1 } }] as const;
    script = await openScriptCloud({ transport, collections: [{ name: 'members', indexes }] });
    const add = {
      collectionName: 'members',
      data: [
        { _id: oid(first), friend: oid(second) },
        { _id: oid(second), friend: first },
      ],
    };
    expect(await ask('insertDocument', { ...add, data: add.data.map((one) => JSON.stringify(one)) })).toEqual({
      insertedIds: [first, second],
    });
  });
  afterAll(() => script.close());

  // The program's own SDK has `db.ObjectId`; the one of functions has not, so the wire is spoken here.
  const ask = async (action: string, fields: object): Promise<unknown> => {
    const request = { action: `database.${action}`, collectionName: 'members', ...fields };
    const answer = await fetch(`${String(script.cloud.address)}/admin`, { method: 'POST', body: JSON.stringify(request) });
    const said = (await answer.json()) as { data?: unknown; code?: string; message?: string };
    return said.data ?? `${String(said.code)} ${String(said.message)}`;
  };
  const found = async (query: object): Promise<readonly unknown[]> =>
    ((await ask('getDocument', { queryType: 'WHERE', query: JSON.stringify(query) })) as { list: string[] }).list.map(
      (text) => JSON.parse(text) as unknown,
    );
  const one = { _id: first, friend: second };
  const other = { _id: second, friend: first };

  it('are answered as plain digits, and are found as what they are', async () => {
    expect(await found({})).toEqual([one, other]);
    expect(await found({ _id: oid(first) })).toEqual([one]);
    expect(await found({ friend: oid(second) })).toEqual([one]);
    expect(await found({ friend: { $type: 'objectId' } })).toEqual([one]);
    expect(await found({ _id: { $gt: oid(first) } })).toEqual([other]);
  });

  it('are not the text of their digits', async () => {
    expect(await found({ _id: first })).toEqual([]);
    expect(await found({ friend: first })).toEqual([other]);
    expect((await script.run(script.db.collection('members').doc(first).get()))['data']).toBeNull();
  });

  it('join collections', async () => {
    const lookup = { from: 'members', localField: 'friend', foreignField: '_id', as: 'friends' };
    const stages = [{ stageKey: '$lookup', stageValue: JSON.stringify(lookup) }];
    const { list } = (await ask('aggregateDocuments', { stages })) as { list: string[] };
    expect(list.map((text) => JSON.parse(text) as unknown)).toEqual([
      { ...one, friends: [other] },
      { ...other, friends: [] },
    ]);
  });

  it('are taken once, updated, and removed', async () => {
    expect(await ask('insertDocument', { data: [JSON.stringify({ _id: oid(first) })] })).toContain('E11000 duplicate key error');
    const where = { queryType: 'DOC', multi: false, query: JSON.stringify({ _id: oid(first) }) };
    const data = JSON.stringify({ $set: { n: 1 } });
    expect(await ask('modifyDocument', { ...where, merge: true, upsert: false, data })).toMatchObject({ updated: 1 });
    expect(await script.cloud.data.count('members', { n: 1 })).toBe(1);
    expect(await ask('removeDocument', where)).toEqual({ deleted: 1 });
    expect(await found({})).toEqual([other]);
  });
});
