import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';

describe.each(transports)('reading over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'books', indexes: [] },
        { name: 'many', indexes: [] },
      ],
    });
    await script.cloud.data.insert(
      'many',
      Array.from({ length: 1200 }, (_, at) => ({ _id: `m${String(at).padStart(4, '0')}`, at })),
    );
  });
  afterAll(() => script.close());
  afterEach(() => script.cloud.data.remove('books', {}));

  it('gives documents in the order of their insertion when no order is asked for', async () => {
    const { db, run } = script;
    for (const id of ['c', 'a', 'b']) await run(db.collection('books').add({ data: { _id: id } }));
    await run(
      db
        .collection('books')
        .doc('c')
        .update({ data: { touched: true } }),
    );
    const { data } = await run(db.collection('books').get());
    expect((data as { _id: string }[]).map((item) => item._id)).toEqual(['c', 'a', 'b']);
  });

  it('sorts, skips, limits and projects', async () => {
    const { db, run } = script;
    await run(db.collection('books').add({ data: [3, 1, 2, 4].map((n) => ({ _id: `n${n}`, n, g: n % 2, deep: { a: n, b: 0 } })) }));
    const { data } = await run(
      db.collection('books').orderBy('g', 'asc').orderBy('n', 'desc').skip(1).limit(2).field({ n: true, 'deep.a': true }).get(),
    );
    expect(data).toEqual([
      { _id: 'n2', n: 2, deep: { a: 2 } },
      { _id: 'n3', n: 3, deep: { a: 3 } },
    ]);
    expect((await run(db.collection('books').doc('n1').field({ deep: false, g: false }).get()))['data']).toEqual({ _id: 'n1', n: 1 });
  });

  it('gives a part of a list, or its first matching item', async () => {
    const { db, run, command } = script;
    await run(db.collection('books').add({ data: { _id: 'x', l: [{ k: 1 }, { k: 2 }, { k: 2, v: 3 }], n: 1 } }));
    const field = async (projection: unknown): Promise<unknown> =>
      (await run(db.collection('books').doc('x').field({ l: projection }).get()))['data'];
    expect(await field(command.project.slice(2))).toEqual({ _id: 'x', l: [{ k: 1 }, { k: 2 }], n: 1 });
    expect(await field(command.project.slice([1, 1]))).toEqual({ _id: 'x', l: [{ k: 2 }], n: 1 });
    expect(await field(command.project.elemMatch({ k: 2 }))).toEqual({ _id: 'x', l: [{ k: 2 }] });
  });

  it('gives 100 documents when none are asked for, and never more than 1000', async () => {
    const { db, run } = script;
    expect((await run(db.collection('many').get()))['data']).toHaveLength(100);
    expect((await run(db.collection('many').limit(5000).get()))['data']).toHaveLength(1000);
    expect(await run(db.collection('many').count())).toMatchObject({ total: 1200 });
  });

  it('refuses a collection nobody declared, also for writing', async () => {
    const { db, refused } = script;
    const message = expect.stringContaining('[ResourceNotFound] Db or Table not exist: ghosts.');
    expect(await refused(db.collection('ghosts').get())).toMatchObject({ errCode: -502005, message });
    expect(await refused(db.collection('ghosts').add({ data: { a: 1 } }))).toMatchObject({ errCode: -502005, message });
  });

  it('drops a condition whose value is undefined, as the SDK does in production too', async () => {
    const { db, run } = script;
    await run(
      db.collection('books').add({
        data: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 2 },
        ],
      }),
    );
    expect((await run(db.collection('books').where({ n: 1, other: undefined }).get()))['data']).toHaveLength(1);
  });
});
