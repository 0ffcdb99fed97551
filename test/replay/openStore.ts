import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCloud, type CloudOptions, type LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import { defaultProgramme } from '@shared/store/programme';
import type { NewShopKey } from '@shared/store/contract';
import { callAs } from '../../config/demo/callAs';

const named = { zh: '店', en: 'Shop' };

/** A cloud with one shop, its key and a clerk, on the morning before the log begins. */
export interface Store {
  readonly cloud: LocalCloud;
  readonly key: NewShopKey;
  readonly close: () => Promise<void>;
}

/** Opens it: no welcome gift, no daily cap worth the name, the longest time for refunds, every tier at the plain rate, UTC. */
export async function openStore(beginMs: number): Promise<Store> {
  const config = JSON.parse(readFileSync('dist/cloud.json', 'utf8')) as Pick<CloudOptions, 'collections' | 'functions'>;
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-replay-'));
  const cloud = await openCloud({
    ...config,
    functions: config.functions.map((each) => ({
      ...each,
      directory: resolve('dist', each.directory),
      env: { ...each.env, LANTERN_CALLS_PER_SECOND: '1000000' },
    })),
    dataDir,
    // Enough to share the disk's writes; each has to compile the code for itself, which more of them would only repeat.
    workersPerFunction: 3,
    onLog: (line) => {
      console.error(line.text);
    },
  });
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(dataDir, { recursive: true });
  };
  try {
    cloud.clock.setMs(beginMs);
    return { cloud, key: await openDoors(cloud), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function openDoors(cloud: LocalCloud): Promise<NewShopKey> {
  await cloud.data.insert('staff', [{ _id: 'operator', staffId: 'op', name: 'op', shopId: null, roles: ['operator'], active: true }]);
  const operator = callAs(cloud, 'console', 'operator');
  const tiers = defaultProgramme.tiers.map((tier) => ({ ...tier, multiplier: 100, birthdayGift: null }));
  const rate = { dailyCapPoints: 1_000_000, refundDays: 3_650, welcomePoints: 0, jobOperationsPerSecond: 10_000 };
  const sections = {
    programme: [{ offsetMinutes: 0, ...rate, tiers }],
    shops: [{ id: 'shop', name: named }],
    staff: [{ openid: 'the-clerk', staffId: 'clerk', name: 'clerk', shop: 'shop', roles: ['clerk'] }],
    categories: [{ id: 'goods', name: named }],
  };
  for (const [section, rows] of Object.entries(sections)) {
    const report = expectOk(await operator('store.apply', { section, rows, dryRun: false, firstRow: 0 }));
    const refused = (report as { rows: readonly { result: string }[] }).rows.filter(({ result }) => result === 'refused');
    if (refused.length > 0) throw new Error(`The shop could not be opened: ${JSON.stringify(refused)}`);
    cloud.clock.advanceMs(31_000);
  }
  return expectOk(await operator('store.makeKey', { key: 'make-the-key', shopId: 'shop' })) as NewShopKey;
}

/** The value of a call that must be accepted. */
export function expectOk(reply: CallReply): unknown {
  if (!reply.ok) throw new Error(`A call was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}
