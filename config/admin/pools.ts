import { createWriteStream, readFileSync } from 'node:fs';
import type { ExportPage, PoolReceipt } from '@shared/game/gameConsole';
import { verifyPool, type PoolExport } from '@shared/game/verifyPool';
import type { Session } from './session';
import { ask } from './ask';
import { sentence } from './sentence';

/** `check-pool POOL`: what a draft still lacks, and what its prizes can cost. */
export async function checkPool(session: Session, [poolId = '']: readonly string[]): Promise<number> {
  const { hindrances, expectedFen, worstFen } = await ask(session, 'game.check', { poolId });
  for (const { code, args } of hindrances) console.log(`${code}  ${sentence(code, args, session.language)}`);
  const yuan = (fen: number | null): string => (fen === null ? 'not bounded' : `¥${fen / 100}`);
  if (hindrances.length === 0) console.log(`ready  expected ${yuan(expectedFen)}  worst ${yuan(worstFen)}`);
  return hindrances.length === 0 ? 0 : 1;
}

/** `publish POOL`: freezes a draft. */
export async function publishPool(session: Session, [poolId = '']: readonly string[]): Promise<number> {
  console.log(describe(await ask(session, 'game.publish', { poolId })));
  return 0;
}

/** `revise POOL [ends=YYYY-MM-DDTHH:MM] [PRIZE=STOCK …]`: more stock, a later end. */
export async function revisePool(session: Session, [poolId = '', ...changes]: readonly string[]): Promise<number> {
  const pairs = changes.map((change) => change.split('='));
  const ends = pairs.find(([name]) => name === 'ends')?.[1]?.replace('T', ' ');
  const stock = pairs.filter(([name]) => name !== 'ends').map(([prizeId = '', count]) => ({ prizeId, stock: Number(count) }));
  console.log(describe(await ask(session, 'game.revise', { poolId, stock, ...(ends === undefined ? {} : { ends }) })));
  return 0;
}

/** `stop POOL REASON`: ends a draw before its time. */
export async function stopPool(session: Session, [poolId = '', ...reason]: readonly string[]): Promise<number> {
  console.log(describe(await ask(session, 'game.stop', { poolId, reason: reason.join(' ') })));
  return 0;
}

/** `close POOL`: publishes secret and records of a draw that is over. */
export async function closePool(session: Session, [poolId = '']: readonly string[]): Promise<number> {
  console.log(describe(await ask(session, 'game.close', { poolId })));
  return 0;
}

/** `export POOL FILE`: the archive to be kept for two years, and to be recomputed by anybody. No member is named in it. */
export async function exportPool(session: Session, [poolId = '', path = '']: readonly string[]): Promise<number> {
  const { head } = await ask(session, 'game.export', { poolId, part: 'head' });
  if (head === null) throw new Error(`The pool ${poolId} has no head.`);
  const archive: PoolExport = { ...head, draws: await readAll(session, poolId, 'draws'), units: await readAll(session, poolId, 'units') };
  await new Promise<void>((done, fail) => {
    createWriteStream(path)
      .on('error', fail)
      .on('finish', done)
      .end(`${JSON.stringify(archive, null, 1)}\n`);
  });
  console.log(`${archive.draws.length} draws, ${archive.units.length} units, ${archive.revisions.length} revisions`);
  return 0;
}

async function readAll<Part extends 'draws' | 'units'>(session: Session, poolId: string, part: Part): Promise<ExportPage[Part][number][]> {
  const rows: ExportPage[Part][number][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: ExportPage = await ask(session, 'game.export', { poolId, part, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page[part]);
    cursor = page.next;
  }
  return rows;
}

/** `verify FILE`: recomputes every draw of an export and names the first that does not match. Asks nobody. */
export function verifyFile(path: string): number {
  const { draws, problem } = verifyPool(JSON.parse(readFileSync(path, 'utf8')) as PoolExport);
  if (problem === null) {
    console.log(`${draws} draws recomputed, all match`);
    return 0;
  }
  const where = problem.draw === null ? 'the pool as a whole' : `draw ${problem.draw.counter} of ${problem.draw.drawer}`;
  console.log(`${draws} draws recomputed; the first that does not match: ${where} (${problem.what})`);
  return 1;
}

function describe({ poolId, state, revision, hash, secretHash, closing }: PoolReceipt): string {
  const lines = [`${poolId}  ${state}  revision ${revision}`, `frozen ${hash}`, `secret's hash ${secretHash}`];
  return [...lines, ...(closing === null ? [] : [`${closing.draws} draws, records' hash ${closing.recordsHash}`])].join('\n');
}
