import { openCloud, type LocalCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { probeFunction, provedCount } from './probe';
import { transports } from './transports';

/** Calls made at once, by as many people, over the workers of one function. */
const callsCount = provedCount(120, 600);
const workersCount = provedCount(3, 6);

describe.each(transports)('many people at once over %s', (transport) => {
  const dataDir = freshFolder();
  let cloud: LocalCloud;
  beforeAll(async () => {
    const collections = [{ name: 'notes', indexes: [] }];
    cloud = await openCloud({ dataDir, transport, collections, workersPerFunction: workersCount, functions: [probeFunction()] });
  });
  afterAll(async () => {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('never mixes up who calls', async () => {
    const calls = Array.from({ length: callsCount }, (_, at) =>
      cloud.call('probe', { act: 'identity', note: `n${at}`, waitMs: at % 3 }, { openid: `oPerson${at}` }),
    );
    const answers = await Promise.all(calls);
    expect(answers).toEqual(
      answers.map((_, at) => ({ before: `oPerson${at}`, after: `oPerson${at}`, told: `oPerson${at}`, note: `n${at}` })),
    );
  });
});
