import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';
import { transports } from './transports';

/** The documents every case asks. `n` is absent, null, numbers, text, a list. */
const documents = [
  {
    _id: 'a',
    n: 1,
    s: 'apple',
    tags: ['red', 'round'],
    at: new Date(1000),
    in: { x: 1, y: 2 },
    l: [
      { k: 1, v: 5 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 'b', n: 2, s: 'Banana', tags: ['yellow'], at: new Date(2000), in: { x: 2 }, l: [{ k: 1, v: 9 }] },
  { _id: 'c', n: 3.5, s: 'cherry\npie', tags: [], at: new Date(3000), in: null, l: [] },
  { _id: 'd', n: null, s: '', tags: 'red' },
  { _id: 'e', s: 'apple' },
  { _id: 'f', n: 'text', tags: ['red', 'yellow', 'long'] },
  { _id: 'g', n: [1, 10], tags: [['red']] },
];

interface QueryCase {
  readonly name: string;
  readonly where: (command: Sdk, db: Sdk) => unknown;
  readonly ids: string;
}

/** Each with what MongoDB answers, by ids in order. */
const cases: readonly QueryCase[] = [
  { name: 'eq', where: (_) => ({ n: _.eq(2) }), ids: 'b' },
  { name: 'a value equals itself and any item of a list', where: () => ({ n: 1 }), ids: 'ag' },
  { name: 'null finds null and absent', where: () => ({ n: null }), ids: 'de' },
  { name: 'neq counts absent', where: (_) => ({ n: _.neq(1) }), ids: 'bcdef' },
  { name: 'gt compares within one type', where: (_) => ({ n: _.gt(1) }), ids: 'bcg' },
  { name: 'gte', where: (_) => ({ n: _.gte(2) }), ids: 'bcg' },
  { name: 'lt', where: (_) => ({ n: _.lt(2) }), ids: 'ag' },
  { name: 'lte on text', where: (_) => ({ s: _.lte('apple') }), ids: 'abde' },
  { name: 'gte null finds null and absent', where: (_) => ({ n: _.gte(null) }), ids: 'de' },
  { name: 'between, on a list met by two items', where: (_) => ({ n: _.gt(2).and(_.lt(9)) }), ids: 'cg' },
  { name: 'in', where: (_) => ({ n: _.in([2, 'text']) }), ids: 'bf' },
  { name: 'in with null', where: (_) => ({ n: _.in([null, 2]) }), ids: 'bde' },
  { name: 'nin', where: (_) => ({ n: _.nin([1, 2, null]) }), ids: 'cf' },
  { name: 'exists', where: (_) => ({ n: _.exists(true) }), ids: 'abcdfg' },
  { name: 'does not exist', where: (_) => ({ n: _.exists(false) }), ids: 'e' },
  { name: 'mod', where: (_) => ({ n: _.mod(2, 0) }), ids: 'bg' },
  { name: 'size', where: (_) => ({ tags: _.size(0) }), ids: 'c' },
  { name: 'all', where: (_) => ({ tags: _.all(['red', 'yellow']) }), ids: 'f' },
  { name: 'all of one counts a plain value', where: (_) => ({ tags: _.all(['red']) }), ids: 'adf' },
  { name: 'elemMatch by fields of one item', where: (_) => ({ l: _.elemMatch({ k: 1, v: _.gt(6) }) }), ids: 'b' },
  { name: 'fields of different items match without elemMatch', where: () => ({ 'l.k': 1, 'l.v': 9 }), ids: 'ab' },
  { name: 'elemMatch on plain items', where: (_) => ({ n: _.elemMatch(_.gt(5)) }), ids: 'g' },
  { name: 'a whole list', where: (_) => ({ tags: _.eq(['yellow']) }), ids: 'b' },
  { name: 'a position in a list', where: () => ({ 'tags.0': 'red' }), ids: 'afg' },
  { name: 'a dotted path', where: () => ({ 'in.x': 2 }), ids: 'b' },
  { name: 'a whole object counts the order of its keys', where: (_) => ({ in: _.eq({ y: 2, x: 1 }) }), ids: '' },
  { name: 'a whole object', where: (_) => ({ in: _.eq({ x: 1, y: 2 }) }), ids: 'a' },
  { name: 'a nested object as condition is flattened by the SDK', where: () => ({ in: { x: 1 } }), ids: 'a' },
  { name: 'and', where: (_) => _.and([{ n: _.gte(1) }, { s: 'apple' }]), ids: 'a' },
  { name: 'or of conditions', where: (_) => _.or([{ n: 2 }, { s: '' }]), ids: 'bd' },
  { name: 'or on one field', where: (_) => ({ n: _.eq(1).or(_.eq(2)) }), ids: 'abg' },
  { name: 'nor', where: (_) => _.nor([{ n: 1 }, { s: 'apple' }]), ids: 'bcdf' },
  { name: 'not', where: (_) => ({ n: _.not(_.gte(2)) }), ids: 'adef' },
  { name: 'a pattern', where: () => ({ s: /an/ }), ids: 'b' },
  { name: 'a pattern without case', where: () => ({ s: /^b/i }), ids: 'b' },
  { name: 'a pattern over lines', where: () => ({ s: /^pie/m }), ids: 'c' },
  { name: "the SDK's own pattern", where: (...[, db]) => ({ s: db.RegExp({ regexp: 'CHERRY', options: 'i' }) }), ids: 'c' },
  { name: 'a pattern on items of a list', where: () => ({ tags: /^yel/ }), ids: 'bf' },
  { name: 'dates', where: (_) => ({ at: _.gt(new Date(1500)) }), ids: 'bc' },
  { name: 'server dates', where: (_, db) => ({ at: _.lt(db.serverDate()) }), ids: 'abc' },
  { name: 'expr compares two fields', where: (_) => _.expr(_.aggregate.gt(['$in.y', '$in.x'])), ids: 'a' },
];

describe.each(transports)('queries over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({
      transport,
      collections: [
        { name: 'plain', indexes: [] },
        {
          name: 'indexed',
          indexes: [
            { name: 'n', keys: { n: 1 } },
            { name: 's', keys: { s: -1, n: 1 } },
            { name: 'tags', keys: { tags: 1 } },
            { name: 'at', keys: { at: -1 } },
            { name: 'in', keys: { 'in.x': 1 } },
          ],
        },
      ],
    });
    for (const name of ['plain', 'indexed']) await script.cloud.data.insert(name, documents);
  });
  afterAll(() => script.close());

  it.each(cases)('$name', async ({ where, ids }) => {
    const { db, run, command } = script;
    for (const name of ['plain', 'indexed']) {
      const { data } = await run(db.collection(name).where(where(command, db)).get());
      expect(`${name}: ${(data as { _id: string }[]).map((item) => item._id).join('')}`).toBe(`${name}: ${ids}`);
    }
  });

  it("sorts values of mixed types in MongoDB's order, lists by their smallest or greatest item", async () => {
    const { db, run } = script;
    for (const name of ['plain', 'indexed']) {
      const up = await run(db.collection(name).orderBy('n', 'asc').get());
      expect((up['data'] as { _id: string }[]).map((item) => item._id).join('')).toBe('deagbcf');
      const down = await run(db.collection(name).orderBy('n', 'desc').get());
      expect((down['data'] as { _id: string }[]).map((item) => item._id).join('')).toBe('fgcbade');
    }
  });

  it('refuses an operator it does not know', async () => {
    const { db, refused } = script;
    const { message } = await refused(
      db
        .collection('plain')
        .where({ n: { $odd: 1 } })
        .get(),
    );
    expect(message).toContain('-502001');
  });

  it('refuses a request that is not what the SDK would send, with a sentence', async () => {
    const ask = async (body: unknown): Promise<unknown> =>
      (await fetch(`${String(script.cloud.address)}/admin`, { method: 'POST', body: JSON.stringify(body) })).json();
    expect(await ask({ action: 'database.getDocument', collectionName: 'plain', query: '{', queryType: 'WHERE' })).toMatchObject({
      code: 'INVALID_PARAM',
      message: 'query is not valid JSON',
    });
    expect(await ask({ action: 'database.getDocument', collectionName: 5 })).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await ask({ action: 'database.odd' })).toMatchObject({ code: 'INVALID_PARAM', message: 'unknown action database.odd' });
    expect(await ask({ action: 'database.insertDocument', collectionName: 'plain', data: [] })).toMatchObject({ code: 'INVALID_PARAM' });
  });
});
