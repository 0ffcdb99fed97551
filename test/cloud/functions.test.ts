import { openCloud, type FunctionLogLine, type LocalCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { probeFunction, type ClockReport } from './probe';
import { transports } from './transports';

const person = { openid: 'oPerson' };

describe.each(transports)('functions over %s', (transport) => {
  const dataDir = freshFolder();
  const lines: FunctionLogLine[] = [];
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await openCloud({
      dataDir,
      transport,
      collections: [{ name: 'notes', indexes: [] }],
      env: { SHARED: 'for all' },
      functions: [
        probeFunction({ env: { OWN: 'for one' }, timers: [{ name: 'nightly', cron: '0 30 2 * * * *' }] }),
        probeFunction({ name: 'hasty', timeoutMs: 1500 }),
        probeFunction({ name: 'small', memoryMb: 64 }),
        probeFunction({ name: 'inner', callers: 'nobody' }),
        { ...probeFunction({ name: 'broken' }), directory: __dirname },
      ],
      onLog: (line) => lines.push(line),
    });
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const ask = (act: string, more: Record<string, unknown> = {}, name = 'probe'): Promise<unknown> =>
    cloud.call(name, { act, ...more }, person);

  it("tells the function who calls through the platform's context, and in the event", async () => {
    expect(await ask('context')).toMatchObject({ OPENID: 'oPerson', APPID: expect.stringMatching(/^wx/), ENV: 'local-cloud' });
    expect(await ask('event', { a: 1, userInfo: { openId: 'oSomebodyElse' } })).toMatchObject({ a: 1, userInfo: { openId: 'oPerson' } });
  });

  it('tells the function its limits and a request id of its own', async () => {
    const context = await ask('functionContext');
    expect(context).toMatchObject({ function_name: 'probe', time_limit_in_ms: 20_000, memory_limit_in_mb: 256 });
    expect(cloud.lastInvocations().at(-1)).toMatchObject({
      requestId: (context as { request_id: string }).request_id,
      functionName: 'probe',
    });
  });

  it('gives null for a function that returns nothing', async () => {
    expect(await ask('nothing')).toBeNull();
  });

  it('reports what a function throws, and runs it again', async () => {
    await expect(ask('fail')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'TypeError: it broke' });
    await expect(ask('failWithText')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'only text' });
    expect(await ask('nothing')).toBeNull();
  });

  it("stops a function that overruns its time, with the platform's sentence, and starts it afresh", async () => {
    await expect(ask('spin', {}, 'hasty')).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1.5 seconds',
    });
    expect(await ask('nothing', {}, 'hasty')).toBeNull();
  });

  it('lets go of what a stopped function held', async () => {
    await expect(ask('leaveOpen', { note: 'held', spin: true }, 'hasty')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    await cloud.data.update('notes', { _id: 'held' }, { $set: { by: 'next' } });
    expect(await cloud.data.find('notes', { _id: 'held' })).toEqual([]);
  });

  it('survives a function that ends its process or leaves a rejection to nobody', async () => {
    await expect(ask('exit')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(ask('crashLater')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'nobody listens' });
    expect(await ask('nothing')).toBeNull();
  });

  it('ends a function that takes more memory than it may, in objects or in buffers', async () => {
    await expect(ask('eat', {}, 'small')).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' });
    expect(await ask('eatBuffers', { megabytes: 10 }, 'small')).toBe(10);
    await expect(ask('eatBuffers', { megabytes: 70 }, 'small')).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' });
    expect(await ask('nothing', {}, 'small')).toBeNull();
  });

  it('refuses a result larger than 1 MB and a request larger than 6 MB', async () => {
    expect(await ask('big', { bytes: 1024 ** 2 - 2 })).toHaveLength(1024 ** 2 - 2);
    await expect(ask('big', { bytes: 1024 ** 2 })).rejects.toMatchObject({ code: 'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT' });
    await expect(ask('nothing', { filler: 'x'.repeat(6 * 1024 ** 2) })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('refuses a function that was never deployed, and one without main', async () => {
    await expect(ask('nothing', {}, 'absent')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    await expect(ask('nothing', {}, 'broken')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  });

  it('refuses people where nobody may call, strangers, and open ids the platform would turn into numbers', async () => {
    await expect(ask('nothing', {}, 'inner')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    await expect(cloud.call('probe', { act: 'nothing' }, {})).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    await expect(cloud.call('probe', { act: 'nothing' }, { openid: '123' })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('lets a function call another, on behalf of the same person, past the rules for clients', async () => {
    expect(await ask('call', { name: 'inner', data: { act: 'context' } })).toMatchObject({ result: { OPENID: 'oPerson' } });
    expect(await ask('call', { name: 'inner', data: { act: 'fail' } })).toMatchObject({
      message: expect.stringContaining('TypeError: it broke'),
    });
    expect(await ask('call', { name: 'absent', data: {} })).toMatchObject({ message: expect.stringContaining('FUNCTION_NOT_FOUND') });
  });

  it('counts every request at the gateway, start and commit included, and the call itself', async () => {
    await cloud.data.remove('notes', {});
    await ask('identity', { note: 'n', waitMs: 0 });
    expect(cloud.lastInvocations().at(-1)).toMatchObject({ operations: 2 });
    await ask('leaveOpen', { note: 'n' }, 'hasty');
    expect(cloud.lastInvocations().at(-1)).toMatchObject({ operations: 3 });
  });

  it('runs functions on a clock that can be set and advanced, in UTC', async () => {
    cloud.clock.setMs(Date.UTC(2031, 5, 1));
    const first = (await ask('clock')) as ClockReport;
    expect(new Date(first.now).toISOString()).toMatch(/^2031-06-01T00:00/);
    expect(first).toMatchObject({ isDate: true, fixed: 5, text: true, zone: 0, hours: 0, parts: Date.UTC(2020, 0, 2), year: 1970 });
    cloud.clock.advanceMs(7 * 86_400_000);
    const second = (await ask('clock')) as ClockReport;
    expect(new Date(second.made).toISOString()).toMatch(/^2031-06-08T00:00/);
  });

  it('runs a timer by its name, without a caller', async () => {
    await cloud.data.remove('notes', {});
    const event = { Type: 'Timer', TriggerName: 'nightly' };
    await expect(cloud.runTimer('probe', 'nightly')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(cloud.runTimer('probe', 'weekly')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    expect(await cloud.call('inner', { act: 'context', ...event }, { trigger: 'timer' })).toMatchObject({ trigger: 'timer' });
    expect(await cloud.call('inner', { act: 'context' }, { trigger: 'timer' })).not.toHaveProperty('OPENID');
  });

  it("gives functions their environment and nothing of this machine's", async () => {
    expect(await ask('env', { name: 'SHARED' })).toBe('for all');
    expect(await ask('env', { name: 'OWN' })).toBe('for one');
    expect(await ask('env', { name: 'OWN' }, 'hasty')).toBeNull();
    expect(await ask('env', { name: 'HOME' })).toBeNull();
  });

  it('hands over what functions print, with the call it belongs to', async () => {
    await ask('print', { text: 'good morning' });
    const heard = (): FunctionLogLine | undefined => lines.find((one) => one.text.includes('good morning'));
    // What is printed travels by itself and may come after the answer.
    for (let asked = 0; heard() === undefined && asked < 1000; asked += 1) await ask('nothing');
    expect(heard()).toMatchObject({ functionName: 'probe' });
  });
});
