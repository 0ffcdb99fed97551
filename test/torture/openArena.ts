import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCloud, type CloudOptions, type LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';
import type { NewShopKey } from '@shared/store/contract';
import { callAs } from '../../config/demo/callAs';
import { people, poolRows, shopRows } from './shopRows';

/** The first morning, epoch ms: 22 November 2026, 10:00 of programme time. */
const firstMorningMs = Date.UTC(2026, 10, 22, 2, 0);
const workersPerFunction = 3;

/** A local cloud with the built functions and a small shop, in a folder of its own. `onLog` takes what functions print. */
export async function openArena(
  onLog: (text: string) => void,
): Promise<{ readonly cloud: LocalCloud; readonly shopKeys: ReadonlyMap<string, NewShopKey>; readonly close: () => Promise<void> }> {
  const config = JSON.parse(readFileSync('dist/cloud.json', 'utf8')) as Pick<CloudOptions, 'collections' | 'functions' | 'templates'>;
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-torture-'));
  const cloud = await openCloud({
    ...config,
    functions: config.functions.map((each) => ({
      ...each,
      directory: resolve('dist', each.directory),
      env: { ...each.env, LANTERN_CALLS_PER_SECOND: '1000000' },
    })),
    dataDir,
    workersPerFunction,
    conflictMode: 'eager',
    onLog: (line) => {
      onLog(line.text);
    },
  });
  cloud.clock.setMs(firstMorningMs);
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(dataDir, { recursive: true });
  };
  try {
    return { cloud, shopKeys: await openDoors(cloud), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Opens the shop, and gives the keys of its shops' machines. */
async function openDoors(cloud: LocalCloud): Promise<ReadonlyMap<string, NewShopKey>> {
  await cloud.data.insert('staff', [{ _id: 'operator-1', staffId: 'op1', name: 'op1', shopId: null, roles: ['operator'], active: true }]);
  const operator = callAs(cloud, 'console', 'operator-1');
  for (const [section, rows] of Object.entries(shopRows)) {
    const report = await operator('store.apply', { section, rows, dryRun: false, firstRow: 0 });
    refuseNone(section, report);
    // What was applied is known to everybody half a minute later.
    cloud.clock.advanceMs(31_000);
  }
  for (const { id } of poolRows) refuseNone('publishing', await operator('game.publish', { poolId: id }));
  const keys = new Map<string, NewShopKey>();
  for (const { openid, shop } of people.machines) {
    const made = await operator('store.makeKey', { key: `key-of-${openid}`, shopId: shop });
    refuseNone('a machine', made);
    if (made.ok) keys.set(openid, made.value as NewShopKey);
  }
  cloud.clock.advanceMs(31_000);
  return keys;
}

function refuseNone(what: string, reply: CallReply): void {
  const rows = reply.ok ? ((reply.value as { rows?: readonly { result: string }[] }).rows ?? []) : [];
  const refused = rows.filter(({ result }) => result === 'refused');
  if (!reply.ok || refused.length > 0)
    throw new Error(`The shop could not be opened (${what}): ${JSON.stringify(reply.ok ? refused : reply)}`);
}
