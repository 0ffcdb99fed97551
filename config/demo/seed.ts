import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCloud, type CloudOptions, type LocalCloud } from '@localcloud/index';
import { dayMs } from '@shared/kernel/time';
import { defaultProgramme } from '@shared/store/programme';
import type { SettingsFile } from '@shared/store/settingsFile';
import { applyFile } from '../admin/applyFile';
import { callAs } from './callAs';
import { demoGames } from './games';
import { livePast } from './livePast';
import { seededRandom } from './seededRandom';
import shop from './shop.json';

const pastDays = 45;
const memberCount = 200;

/**
 * Puts the demo shop into a data folder: settings through `console`, then 200 made-up members whose past of 45 days is lived
 * through the real functions with the clock moved, day by day. Nothing is written behind the rules' back but the first operator,
 * which a deployment enters by hand too.
 */
async function seed(configPath: string, dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const config = JSON.parse(readFileSync(configPath, 'utf8')) as Pick<CloudOptions, 'collections' | 'functions'>;
  const functions = config.functions.map((each) => ({ ...each, directory: resolve(dirname(configPath), each.directory) }));
  const cloud = await openCloud({ ...config, functions, dataDir, conflictMode: 'pessimistic', clockOffsetMs: -pastDays * dayMs });
  try {
    await cloud.data.insert('staff', [
      { _id: 'demo-operator', staffId: 'operator', name: '运营', shopId: null, roles: ['operator'], active: true },
    ]);
    await apply(cloud, shop);
    const now = cloud.clock.nowMs();
    await apply(cloud, demoGames(now, now + pastDays * dayMs));
    // Jobs keep to a number of operations a second, which a past lived in seconds need not.
    await apply(cloud, { programme: [{ jobOperationsPerSecond: 5000 }] });
    await livePast(cloud, { days: pastDays, members: memberCount, random: seededRandom(20261122) }, (line) => {
      console.log(line);
    });
    await apply(cloud, { programme: [{ jobOperationsPerSecond: defaultProgramme.jobOperationsPerSecond }] });
  } finally {
    await cloud.close();
  }
}

async function apply(cloud: LocalCloud, file: SettingsFile): Promise<void> {
  const report = await applyFile(callAs(cloud, 'console', 'demo-operator'), file, false);
  const refused = report.filter((row) => row.result === 'refused');
  if (refused.length > 0) throw new Error(`The demo shop's file was refused: ${JSON.stringify(refused)}`);
}

const { values } = parseArgs({ options: { config: { type: 'string' }, data: { type: 'string' } } });
if (values.config === undefined || values.data === undefined) throw new Error('Usage: seed --config FILE --data DIR');
seed(values.config, values.data).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
