import type { ImportReport } from '@shared/purchase/contract';
import { importRowsMax } from '@shared/purchase/importRow';
import { ask } from './ask';
import { batchesByOrder, batchesInTurn } from './batches';
import { gatherPurchases, type Gathered } from './gatherPurchases';
import { readTable } from './readTable.mjs';
import { sentence } from './sentence';
import type { Session } from './session';

const triesMax = 3;

/** `import FILE`: purchases oldest first, with progress; each rejected row with its reason, then the sums. */
export async function importFile(session: Session, [path = '']: readonly string[]): Promise<number> {
  const { purchases, rejected } = gatherPurchases(await readTable(path));
  for (const { row, why } of rejected) console.log(`row ${row}  rejected  ${why}`);
  const sums = { recorded: 0, known: 0, refused: 0, points: 0 };
  let done = 0;
  for (const batch of session.dryRun ? batchesByOrder(purchases, importRowsMax) : batchesInTurn(purchases, importRowsMax)) {
    for (const [index, report] of (await send(session, batch)).entries()) {
      sums[report.result] += 1;
      if (report.result === 'recorded') sums.points += report.points;
      if (report.refusal !== null) console.log(describe(batch[index], report.refusal, session));
    }
    done += batch.length;
    showProgress(done, purchases.length);
  }
  const would = session.dryRun ? 'Dry run, nothing written: ' : '';
  console.log(
    `${would}${sums.recorded} recorded with ${sums.points} points, ${sums.known} known before, ${sums.refused} refused, ${rejected.length} rows unreadable`,
  );
  return sums.refused + rejected.length === 0 ? 0 : 1;
}

/** Sends a batch; while rows are refused only because the database was busy, the whole batch goes again: what is in is `known`. */
async function send(session: Session, batch: readonly Gathered[]): Promise<readonly ImportReport[]> {
  const rows = batch.map(({ purchase }) => purchase);
  let reports: readonly ImportReport[] = [];
  for (let attempt = 1; attempt <= triesMax; attempt += 1) {
    const before = reports;
    const answer = await ask(session, 'purchase.import', { rows, dryRun: session.dryRun });
    reports = answer.reports.map((report, index) => (before[index]?.result === 'recorded' ? before[index] : report));
    if (!reports.some(({ refusal }) => refusal?.code === 'busy.tryAgain')) break;
  }
  return reports;
}

function describe(gathered: Gathered | undefined, refusal: NonNullable<ImportReport['refusal']>, { language }: Session): string {
  const rows = gathered?.rows.join(',') ?? '';
  return `row ${rows}  ${gathered?.purchase.orderNo ?? ''}  ${refusal.code}  ${sentence(refusal.code, refusal.args ?? {}, language)}`;
}

function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((done / all) * 30);
  process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done} of ${all}${done === all ? '\n' : ''}`);
}
