import { openCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { freshFolder, openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { probeFunction } from './probe';
import { transports } from './transports';

const collections = [{ name: 'notes', indexes: [{ name: 'n', keys: { n: 1 } }] }] as const;
const lost = (when: string) => ({ message: expect.stringContaining(`the connection was lost ${when} the request took effect`) });

describe.each(transports)('faults on command over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    script = await openScriptCloud({ transport, collections, functions: [probeFunction()] });
  });
  afterAll(() => script.close());
  beforeEach(async () => {
    script.cloud.faults.order('');
    await script.cloud.data.remove('notes', {});
    await script.cloud.data.insert('notes', [{ _id: 'a', n: 1 }]);
  });

  const add = () => script.db.collection('notes').add({ data: { n: 7 } });
  const increment = () =>
    script.db
      .collection('notes')
      .doc('a')
      .update({ data: { n: script.command.inc(1) } });
  const valueOfA = async (): Promise<unknown> => (await script.cloud.data.find('notes', { _id: 'a' }))[0]?.['n'];
  const struck = (): readonly string[] => script.cloud.faults.happened().map((fault) => `${fault.name}@${fault.at}`);

  it('does nothing when nothing is ordered', async () => {
    await script.run(increment());
    expect(await valueOfA()).toBe(2);
    expect(struck()).toEqual([]);
  });

  it('delays a request, which then takes effect', async () => {
    script.cloud.faults.order('delay=1:5');
    await script.run(increment());
    expect(await valueOfA()).toBe(2);
    expect(struck()).toEqual(['delay@database.modifyDocument']);
  });

  it('drops a request before it takes effect', async () => {
    script.cloud.faults.order('dropBefore=1@insertDocument');
    expect(await script.refused(add())).toMatchObject(lost('before'));
    expect(await script.cloud.data.count('notes', { n: 7 })).toBe(0);
  });

  it('drops a request after it took effect', async () => {
    script.cloud.faults.order('dropAfter=1@insertDocument');
    expect(await script.refused(add())).toMatchObject(lost('after'));
    expect(await script.cloud.data.count('notes', { n: 7 })).toBe(1);
  });

  it('repeats a request, so that what is not safe to repeat happens twice', async () => {
    script.cloud.faults.order('repeat=1');
    await script.run(add());
    await script.run(increment());
    expect(await script.cloud.data.count('notes', { n: 7 })).toBe(2);
    expect(await valueOfA()).toBe(3);
  });

  it('forces a conflict on a commit, which leaves nothing behind', async () => {
    const transaction = await script.begin();
    await script.run(transaction.collection('notes').doc('a').remove());
    script.cloud.faults.order('conflict=1@commitTransaction');
    const conflict = { message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') };
    expect(await script.refused(transaction.commit())).toMatchObject(conflict);
    expect(await valueOfA()).toBe(1);
  });

  it('forces no conflict where there is no transaction', async () => {
    script.cloud.faults.order('conflict=1');
    await script.run(increment());
    expect(await valueOfA()).toBe(2);
  });

  it('kills the worker in the middle of its call, ends its transaction, and serves the next call by another', async () => {
    script.cloud.faults.order('killWorker=1@modifyDocument');
    const spoiled = script.cloud.call('probe', { act: 'leaveOpen', note: 'a' }, { openid: 'oTester' });
    await expect(spoiled).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('exited') });
    script.cloud.faults.order('');
    await script.run(increment());
    expect(await valueOfA()).toBe(2);
  });

  it('jumps the clock, for the function too', async () => {
    const dayMs = 86_400_000;
    const before = script.cloud.clock.nowMs();
    script.cloud.faults.order(`clock=1:${dayMs}@insertDocument`);
    await script.run(add());
    expect(script.cloud.clock.nowMs() - before).toBeGreaterThanOrEqual(dayMs);
    script.cloud.clock.advanceMs(-dayMs);
  });

  it('drops a call of a function from outside, before or after it ran', async () => {
    const call = (): Promise<unknown> => script.cloud.call('probe', { act: 'leaveOpen', note: 'x' }, { openid: 'oTester' });
    const calls = (): number => script.cloud.lastInvocations().filter((one) => one.functionName === 'probe').length;
    const begun = calls();
    script.cloud.faults.order('callDropBefore=1@probe');
    await expect(call()).rejects.toMatchObject(lost('before'));
    expect(calls()).toBe(begun);
    script.cloud.faults.order('callDropAfter=1@probe');
    await expect(call()).rejects.toMatchObject(lost('after'));
    expect(calls()).toBe(begun + 1);
  });

  it('repeats and delays a call of a function from outside', async () => {
    const calls = (): number => script.cloud.lastInvocations().filter((one) => one.functionName === 'probe').length;
    const begun = calls();
    script.cloud.faults.order('callRepeat=1@probe,callDelay=1:2@probe');
    expect(await script.cloud.call('probe', { act: 'event', word: 'hello' }, { openid: 'oTester' })).toMatchObject({ word: 'hello' });
    expect(calls()).toBe(begun + 2);
    expect(struck()).toEqual(['callRepeat@probe', 'callDelay@probe']);
  });

  it('fills the disk: a clear error, nothing lost, and on it goes when there is room', async () => {
    script.cloud.faults.order('diskFull=1');
    const full = { message: expect.stringContaining('no space left on the disk') };
    expect(await script.refused(increment())).toMatchObject(full);
    expect(await script.refused(add())).toMatchObject(full);
    expect(await script.cloud.data.find('notes')).toEqual([{ _id: 'a', n: 1 }]);
    const transaction = await script.begin();
    await script.run(transaction.collection('notes').doc('a').remove());
    expect(await script.refused(transaction.commit())).toMatchObject(full);
    script.cloud.faults.order('');
    await script.run(increment());
    expect(await script.cloud.data.find('notes', { n: 2 })).toEqual([{ _id: 'a', n: 2 }]);
  });

  it('decides alike for the same seed, and otherwise for another', async () => {
    const fates = async (seed: number): Promise<readonly number[]> => {
      script.cloud.faults.order(`seed=${seed},delay=0.5:0,dropBefore=0.3`);
      for (let count = 0; count < 24; count += 1) await script.run(increment()).catch(() => undefined);
      return script.cloud.faults.happened().flatMap((fault) => (fault.name === 'dropBefore' ? [fault.occasion] : []));
    };
    const first = await fates(7);
    expect(await fates(7)).toEqual(first);
    expect(await fates(8)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(24);
  });

  it('takes orders over HTTP while running, with the control token only', async () => {
    const ask = (token: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${script.cloud.address ?? ''}/control/faults`, { ...init, headers: { 'x-cloud-control': token } });
    const order = (faults: string): RequestInit => ({ method: 'POST', body: JSON.stringify({ faults }) });
    expect((await ask('guessed', order('dropBefore=1'))).status).toBe(403);
    expect((await ask(script.cloud.controlToken, order('dropBefore=2'))).status).toBe(400);
    expect(script.cloud.faults.spec()).toBe('');
    expect((await ask(script.cloud.controlToken, order('dropBefore=1@insertDocument'))).status).toBe(200);
    expect(await script.refused(add())).toMatchObject(lost('before'));
    expect(await (await ask(script.cloud.controlToken)).json()).toEqual({
      faults: 'dropBefore=1@insertDocument',
      happened: [{ name: 'dropBefore', at: 'database.insertDocument', occasion: 1 }],
    });
  });
});

describe('an order of faults', () => {
  it.each([
    ['thunder=1', 'There is no fault "thunder"'],
    ['delay=1.5', 'The rate of delay must lie between 0 and 1'],
    ['delay', 'The fault "delay" cannot be read'],
    ['delay=0.1:soon', 'The fault "delay=0.1:soon" cannot be read'],
  ])('is refused when it says %s', async (faults, sentence) => {
    const dataDir = freshFolder();
    await expect(openCloud({ dataDir, collections: [], functions: [], faults })).rejects.toThrow(sentence);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
