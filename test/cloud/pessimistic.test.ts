import { openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';

const accounts = { name: 'accounts', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] } as const;
const conflict = { message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') };

const balanceOf = async (script: ScriptCloud, id: string): Promise<unknown> =>
  (await script.cloud.data.find('accounts', { _id: id }))[0]?.['balance'];
const doc = (transaction: Sdk, id: string): Sdk => transaction.collection('accounts').doc(id);

describe('transactions, pessimistic', () => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ conflictMode: 'pessimistic', collections: [accounts], workersPerFunction: 1 });
  });
  afterAll(() => script.close());
  beforeEach(async () => {
    await script.cloud.data.remove('accounts', {});
    await script.cloud.data.insert(
      'accounts',
      ['a', 'b'].map((id) => ({ _id: id, balance: 100, card: id })),
    );
  });

  it('makes a reader inside a transaction wait for the one before it, and see what that one wrote', async () => {
    const { run, begin, command } = script;
    const first = await begin();
    const second = await begin('right');
    await run(doc(first, 'a').get());
    const waiting = run(doc(second, 'a').get(), 'right');
    await run(doc(first, 'a').update({ data: { balance: command.inc(-1) } }));
    await run(first.commit());
    expect((await waiting)['data']).toMatchObject({ balance: 99 });
    await run(doc(second, 'a').update({ data: { balance: command.inc(-1) } }), 'right');
    await run(second.commit(), 'right');
    expect(await balanceOf(script, 'a')).toBe(98);
  });

  it('ends a ring of waiting by a conflict for whoever closes it, and the other goes on', async () => {
    const { run, begin } = script;
    const first = await begin();
    const second = await begin('right');
    await run(doc(first, 'a').get());
    await run(doc(second, 'b').get(), 'right');
    // Which of the two workers is heard last, and so closes the ring, is for the machine to say.
    const [left, right] = await Promise.allSettled([run(doc(first, 'b').get()), run(doc(second, 'a').get(), 'right')]);
    const [winner, loser] = left.status === 'fulfilled' ? [left, right] : [right, left];
    expect(loser).toMatchObject({ status: 'rejected', reason: { message: conflict.message } });
    expect(winner).toMatchObject({ status: 'fulfilled', value: { data: { balance: 100 } } });
    await (left.status === 'fulfilled' ? run(first.commit()) : run(second.commit(), 'right'));
  });
});
