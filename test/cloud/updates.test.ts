import { fieldUpdates } from './fieldUpdates';
import { listUpdates } from './listUpdates';
import { refusedUpdates } from './refusedUpdates';
import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';

describe.each(transports)('updates over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections: [{ name: 'things', indexes: [] }] });
  });
  afterAll(() => script.close());
  beforeEach(() => script.cloud.data.remove('things', {}));

  it.each([...fieldUpdates, ...listUpdates])('$name', async ({ before, update, after }) => {
    const { db, run, command } = script;
    await run(db.collection('things').add({ data: { _id: 'x', ...before } }));
    await run(
      db
        .collection('things')
        .doc('x')
        .update({ data: update(command, db) }),
    );
    expect((await run(db.collection('things').doc('x').get()))['data']).toEqual({ _id: 'x', ...after });
  });

  it.each(refusedUpdates)('refuses $name and leaves the document as it was', async ({ before, update, sentence }) => {
    const { db, run, refused, command } = script;
    await run(db.collection('things').add({ data: { _id: 'x', ...before } }));
    const error = await refused(
      db
        .collection('things')
        .doc('x')
        .update({ data: update(command) }),
    );
    expect(error).toMatchObject({ errCode: -502001, message: expect.stringContaining(sentence) });
    expect((await run(db.collection('things').doc('x').get()))['data']).toEqual({ _id: 'x', ...before });
  });

  it('changes the matched item of a list by the positional sign', async () => {
    const { db, run, command } = script;
    await run(
      db.collection('things').add({
        data: {
          _id: 'x',
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 2 },
          ],
          n: [5, 8],
        },
      }),
    );
    await run(
      db
        .collection('things')
        .where({ 'l.k': 2 })
        .update({ data: { 'l.$.v': 9 } }),
    );
    await run(
      db
        .collection('things')
        .where({ n: command.gt(6) })
        .update({ data: { 'n.$': 0 } }),
    );
    await run(
      db
        .collection('things')
        .where({ l: command.elemMatch({ k: 1, v: 1 }) })
        .update({ data: { 'l.$.v': command.inc(10) } }),
    );
    expect((await run(db.collection('things').doc('x').get()))['data']).toEqual({
      _id: 'x',
      l: [
        { k: 1, v: 11 },
        { k: 2, v: 9 },
      ],
      n: [5, 0],
    });
  });

  it('changes every item of a list by the all-positional sign', async () => {
    const { db, run, command } = script;
    await run(db.collection('things').add({ data: { _id: 'x', l: [{ v: 1 }, { v: 2 }] } }));
    await run(
      db
        .collection('things')
        .doc('x')
        .update({ data: { 'l.$[].v': command.inc(1) } }),
    );
    expect((await run(db.collection('things').doc('x').get()))['data']).toEqual({ _id: 'x', l: [{ v: 2 }, { v: 3 }] });
  });

  it('refuses a positional sign without a match', async () => {
    const { db, run, refused } = script;
    await run(db.collection('things').add({ data: { _id: 'x', l: [1] } }));
    expect(
      (
        await refused(
          db
            .collection('things')
            .where({ _id: 'x' })
            .update({ data: { 'l.$': 2 } }),
        )
      )['message'],
    ).toContain('positional operator did not find the match');
  });

  const updateAndReturn = async (query: string, data: string): Promise<unknown> => {
    const request = { action: 'database.modifyAndReturnDoc', collectionName: 'things', query, data };
    const answer = await fetch(`${String(script.cloud.address)}/admin`, { method: 'POST', body: JSON.stringify(request) });
    const told = ((await answer.json()) as { data: { updated: number; doc: string | null } }).data;
    return { ...told, doc: told.doc === null ? null : (JSON.parse(told.doc) as unknown) };
  };

  it('gives back the document after updateAndReturn, and counts it even when nothing changed', async () => {
    await script.cloud.data.insert('things', [{ _id: 'x', n: 1 }]);
    const five = { updated: 1, doc: { _id: 'x', n: 5 } };
    expect(await updateAndReturn('{"_id":"x"}', '{"$inc":{"n":{"$numberInt":"4"}}}')).toEqual(five);
    expect(await updateAndReturn('{"n":5}', '{"$set":{"n":5}}')).toEqual(five);
    expect(await updateAndReturn('{"n":6}', '{"$set":{"n":5}}')).toEqual({ updated: 0, doc: null });
  });
});
