import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';
import { recordSdk } from './recordSdk';

describe.each(transports)('documents over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'books', indexes: [] },
        { name: 'many', indexes: [] },
      ],
    });
  });
  afterAll(() => script.close());
  afterEach(() => script.cloud.data.remove('books', {}));

  it('adds a document and gives it an id of 32 hexadecimal digits', async () => {
    const { db, run } = script;
    const added = await run(db.collection('books').add({ data: { title: 'Red' } }));
    expect(added['_id']).toMatch(/^[0-9a-f]{32}$/);
    expect((await run(db.collection('books').doc(added['_id']).get()))['data']).toEqual({ _id: added['_id'], title: 'Red' });
  });

  it('adds many documents at once, all or none', async () => {
    const { db, run, refused } = script;
    expect(await run(db.collection('books').add({ data: [{ _id: 'a' }, { _id: 'b' }] }))).toMatchObject({ _ids: ['a', 'b'] });
    await refused(db.collection('books').add({ data: [{ _id: 'c' }, { _id: 'a' }] }));
    expect(await run(db.collection('books').count())).toMatchObject({ total: 2 });
  });

  it('refuses an id that is taken with the words by which alone a duplicate is told', async () => {
    const { db, run, refused } = script;
    await run(db.collection('books').add({ data: { _id: 'a', n: 1 } }));
    const error = await refused(db.collection('books').add({ data: { _id: 'a', n: 2 } }));
    expect(error).toMatchObject({ errCode: -502001, message: expect.stringContaining('E11000 duplicate key error') });
    expect((await run(db.collection('books').doc('a').get()))['data']).toEqual({ _id: 'a', n: 1 });
  });

  it('gives null for a missing document, or throws when asked to', async () => {
    const { db, run, refused } = script;
    expect((await run(db.collection('books').doc('none').get()))['data']).toBeNull();
    const throwing = recordSdk('db', {});
    expect((await refused(throwing.collection('books').doc('none').get()))['message']).toContain('document with _id none does not exist');
  });

  it('keeps every kind of value the SDK can send', async () => {
    const { db, run } = script;
    const data = {
      text: 'grün 灯 \u0000',
      int: 7,
      float: 1.5,
      big: 2 ** 45,
      yes: true,
      nothing: null,
      at: new Date(1_700_000_000_123),
      list: [1, 'two', null, [3]],
      inner: { deep: { er: 1 } },
      pattern: /a.c/i,
      infinite: Infinity,
    };
    await run(db.collection('books').add({ data: { _id: 'v', ...data } }));
    const { pattern, ...rest } = data;
    // A pattern comes back as BSON's own, which is how the SDK reads it.
    const read = { pattern: pattern.source, options: pattern.flags };
    expect((await run(db.collection('books').doc('v').get()))['data']).toEqual({ _id: 'v', ...rest, pattern: read });
  });

  it('drops undefined and keeps points, which come back as points', async () => {
    const { db, run } = script;
    await run(db.collection('books').add({ data: { _id: 'p', gone: undefined, place: db.Geo.Point(113, 23) } }));
    expect((await run(db.collection('books').doc('p').get()))['data']).toEqual({
      _id: 'p',
      place: { type: 'Point', coordinates: [113, 23] },
    });
  });

  it("stamps the server date by the cloud's clock", async () => {
    const { db, run, cloud } = script;
    cloud.clock.setMs(Date.UTC(2030, 0, 1));
    await run(db.collection('books').add({ data: { _id: 's', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) } }));
    const { at, later } = (await run(db.collection('books').doc('s').get()))['data'] as { at: Date; later: Date };
    expect(at.getUTCFullYear()).toBe(2030);
    expect(later.getTime() - at.getTime()).toBe(60_000);
  });

  it('replaces by set, makes by set, and says which it did', async () => {
    const { db, run } = script;
    expect(
      (
        await run(
          db
            .collection('books')
            .doc('x')
            .set({ data: { a: 1, b: 2 } }),
        )
      )['stats'],
    ).toEqual({ created: 1, updated: 0 });
    expect(
      (
        await run(
          db
            .collection('books')
            .doc('x')
            .set({ data: { c: 3 } }),
        )
      )['stats'],
    ).toEqual({ created: 0, updated: 1 });
    expect((await run(db.collection('books').doc('x').get()))['data']).toEqual({ _id: 'x', c: 3 });
  });

  it('updates fields of one document, nested ones by flattened path, and counts what changed', async () => {
    const { db, run } = script;
    await run(db.collection('books').add({ data: { _id: 'u', a: { b: 1, c: 2 } } }));
    expect(
      (
        await run(
          db
            .collection('books')
            .doc('u')
            .update({ data: { a: { b: 5 }, d: 1 } }),
        )
      )['stats'],
    ).toEqual({ updated: 1 });
    expect((await run(db.collection('books').doc('u').get()))['data']).toEqual({ _id: 'u', a: { b: 5, c: 2 }, d: 1 });
    expect(
      (
        await run(
          db
            .collection('books')
            .doc('u')
            .update({ data: { d: 1 } }),
        )
      )['stats'],
    ).toEqual({ updated: 0 });
    expect(
      (
        await run(
          db
            .collection('books')
            .doc('none')
            .update({ data: { d: 1 } }),
        )
      )['stats'],
    ).toEqual({ updated: 0 });
  });

  it('removes one document, and none that is not there', async () => {
    const { db, run } = script;
    await run(db.collection('books').add({ data: { _id: 'r' } }));
    expect((await run(db.collection('books').doc('r').remove()))['stats']).toEqual({ removed: 1 });
    expect((await run(db.collection('books').doc('r').remove()))['stats']).toEqual({ removed: 0 });
  });

  it('updates and removes all that a filter finds, or one when told so', async () => {
    const { db, run, command } = script;
    await run(db.collection('books').add({ data: [1, 2, 3].map((n) => ({ _id: `n${n}`, n })) }));
    const some = db.collection('books').where({ n: command.gte(2) });
    expect((await run(some.update({ data: { big: true } })))['stats']).toEqual({ updated: 2 });
    expect((await run(some.update({ data: { one: true }, multi: false })))['stats']).toEqual({ updated: 1 });
    expect((await run(some.remove()))['stats']).toEqual({ removed: 2 });
    expect(await run(db.collection('books').count())).toMatchObject({ total: 1 });
  });

  it('takes the last piece once, however many conditional updates come at once', async () => {
    const { db, run, command } = script;
    await run(db.collection('books').add({ data: { _id: 'stock', left: 3 } }));
    const take = db
      .collection('books')
      .where({ _id: 'stock', left: command.gt(0) })
      .update({ data: { left: command.inc(-1) } });
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => run(take, at % 2 === 0 ? 'left' : 'right')));
    expect(replies.filter((reply) => (reply['stats'] as { updated: number }).updated === 1)).toHaveLength(3);
    expect((await run(db.collection('books').doc('stock').get()))['data']).toEqual({ _id: 'stock', left: 0 });
  });

  it('makes a collection on demand, once', async () => {
    const { db, run, refused } = script;
    await run(db.createCollection('made'));
    await run(db.collection('made').add({ data: { _id: '1' } }));
    expect((await refused(db.createCollection('made')))['message']).toContain('Table exist: made');
  });

  it('refuses names with a dollar sign and content nested too deep, and writes nothing', async () => {
    const { db, refused, run } = script;
    expect((await refused(db.collection('books').add({ data: { inner: { $odd: 1 } } })))['message']).toContain('not valid for storage');
    let deep: unknown = 1;
    for (let level = 0; level < 105; level += 1) deep = { d: deep };
    expect((await refused(db.collection('books').add({ data: { deep } })))['message']).toContain('cannot nest deeper');
    expect(await run(db.collection('books').count())).toMatchObject({ total: 0 });
  });
});
