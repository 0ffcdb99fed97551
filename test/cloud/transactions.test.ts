import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { transports } from './transports';
import type { Sdk } from './recordSdk';

const accounts = { name: 'accounts', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] } as const;
const conflict = { errCode: -501001, message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') };
const gone = {
  errCode: -501001,
  message: expect.stringMatching(/^.*\[ResourceUnavailable.TransactionNotExist\].* but if the problem persists, contact us\.$/),
};

const balanceOf = async (script: ScriptCloud, id: string): Promise<unknown> =>
  (await script.cloud.data.find('accounts', { _id: id }))[0]?.['balance'];
const doc = (transaction: Sdk, id: string): Sdk => transaction.collection('accounts').doc(id);

describe.each(transports)('transactions over %s, eager', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections: [accounts] });
  });
  afterAll(() => script.close());
  beforeEach(async () => {
    await script.cloud.data.remove('accounts', {});
    await script.cloud.data.insert(
      'accounts',
      ['a', 'b', 'c'].map((id) => ({ _id: id, balance: 100, card: `card-${id}` })),
    );
  });

  it('shows its own writes inside and nothing outside until it commits', async () => {
    const { run, begin } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').update({ data: { balance: script.command.inc(-30) } }));
    await run(transaction.collection('accounts').add({ data: { _id: 'new', balance: 30, card: 'card-new' } }));
    expect((await run(doc(transaction, 'a').get()))['data']).toMatchObject({ balance: 70 });
    expect((await run(doc(transaction, 'new').get()))['data']).toMatchObject({ balance: 30 });
    expect(await balanceOf(script, 'a')).toBe(100);
    expect(await balanceOf(script, 'new')).toBeUndefined();
    await run(transaction.commit());
    expect(await balanceOf(script, 'a')).toBe(70);
    expect(await balanceOf(script, 'new')).toBe(30);
  });

  it('leaves nothing behind when it is rolled back', async () => {
    const { run, begin } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').set({ data: { balance: 1, card: 'x' } }));
    await run(doc(transaction, 'b').remove());
    await run(transaction.rollback());
    expect(await balanceOf(script, 'a')).toBe(100);
    expect(await balanceOf(script, 'b')).toBe(100);
    expect(await script.refused(doc(transaction, 'a').get())).toMatchObject(gone);
  });

  it('adds several documents by one add', async () => {
    const { run, begin } = script;
    const transaction = await begin();
    expect(
      await run(
        transaction.collection('accounts').add({
          data: [
            { _id: 'x', card: '1' },
            { _id: 'y', card: '2' },
          ],
        }),
      ),
    ).toMatchObject({ _ids: ['x', 'y'] });
    await run(transaction.commit());
    expect(await script.cloud.data.count('accounts')).toBe(5);
  });

  it('reads as of its first read, whatever is committed meanwhile', async () => {
    const { run, begin, db } = script;
    const transaction = await begin();
    expect((await run(doc(transaction, 'a').get()))['data']).toMatchObject({ balance: 100 });
    await run(
      db
        .collection('accounts')
        .doc('b')
        .update({ data: { balance: 5 } }),
    );
    await run(db.collection('accounts').doc('c').remove());
    await run(db.collection('accounts').add({ data: { _id: 'd', balance: 1, card: 'd' } }));
    expect((await run(doc(transaction, 'b').get()))['data']).toMatchObject({ balance: 100 });
    expect((await run(doc(transaction, 'c').get()))['data']).toMatchObject({ balance: 100 });
    expect((await run(doc(transaction, 'd').get()))['data']).toBeNull();
    await run(transaction.rollback());
  });

  it('fails at once when it writes what another transaction has written, and the other goes on', async () => {
    const { run, begin, refused } = script;
    const first = await begin();
    const second = await begin('right');
    await run(doc(first, 'a').update({ data: { balance: 1 } }));
    expect(await refused(doc(second, 'a').update({ data: { balance: 2 } }), 'right')).toMatchObject(conflict);
    expect(await refused(doc(second, 'b').get(), 'right')).toMatchObject(gone);
    await run(first.commit());
    expect(await balanceOf(script, 'a')).toBe(1);
  });

  it('fails when it writes what has been committed since its snapshot', async () => {
    const { run, begin, refused, db } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').get());
    await run(
      db
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: 5 } }),
    );
    expect(await refused(doc(transaction, 'a').update({ data: { balance: script.command.inc(1) } }))).toMatchObject(conflict);
    expect(await balanceOf(script, 'a')).toBe(5);
  });

  it('lets a plain write wait for a transaction to end', async () => {
    const { run, begin, db } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').update({ data: { balance: script.command.inc(-10) } }));
    const waiting = run(
      db
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: script.command.inc(-1) } }),
      'right',
    );
    await run(transaction.commit());
    expect((await waiting)['stats']).toEqual({ updated: 1 });
    expect(await balanceOf(script, 'a')).toBe(89);
  });

  it('refuses a second document with a unique value, a missing one counting as null, and ends', async () => {
    const { run, begin, refused, db } = script;
    const transaction = await begin();
    await run(transaction.collection('accounts').add({ data: { _id: 'x' } }));
    expect((await refused(transaction.collection('accounts').add({ data: { _id: 'y' } })))['message']).toContain(
      'E11000 duplicate key error',
    );
    expect(await refused(transaction.commit())).toMatchObject({ message: expect.stringContaining('TransactionNotExist') });
    expect((await refused(db.collection('accounts').add({ data: { _id: 'y', card: 'card-a' } })))['message']).toContain(
      'index: card dup key: { card: "card-a" }',
    );
    expect(await script.cloud.data.count('accounts')).toBe(3);
  });

  it('lets one document take over the unique value another gives up in the same transaction', async () => {
    const { run, begin } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').remove());
    await run(doc(transaction, 'b').update({ data: { card: 'card-a' } }));
    await run(transaction.commit());
    expect((await script.cloud.data.find('accounts', { card: 'card-a' })).map((found) => found['_id'])).toEqual(['b']);
  });

  it('refuses a query inside, and lets count and where-writes escape as the SDK does in production', async () => {
    const { run, begin, refused, command } = script;
    const transaction = await begin();
    await run(doc(transaction, 'a').update({ data: { balance: 0 } }));
    expect(await run(transaction.collection('accounts').where({ balance: 100 }).count())).toMatchObject({ total: 3 });
    expect(
      (
        await run(
          transaction
            .collection('accounts')
            .where({ balance: 100, _id: command.neq('a') })
            .update({ data: { seen: true } }),
        )
      )['stats'],
    ).toEqual({ updated: 2 });
    expect((await refused(transaction.collection('accounts').where({ balance: 100 }).get()))['message']).toContain('document id only');
  });

  it('lets through only those racers whose snapshot still stands', async () => {
    const { run, begin, refused } = script;
    const racers = await Promise.all(Array.from({ length: 6 }, () => begin()));
    for (const racer of racers) await run(doc(racer, 'a').get());
    const [winner, ...losers] = racers;
    if (winner === undefined) throw new Error('there must be racers');
    await run(doc(winner, 'a').update({ data: { balance: script.command.inc(1) } }));
    await run(winner.commit());
    for (const loser of losers)
      expect(await refused(doc(loser, 'a').update({ data: { balance: script.command.inc(1) } }))).toMatchObject(conflict);
    expect(await balanceOf(script, 'a')).toBe(101);
  });
});
