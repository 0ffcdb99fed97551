import type { StatementLine } from '@shared/ledger/contract';
import type { Session } from './session';
import { ask } from './ask';

/** `reconcile`: every account against its entries; each difference is one line. */
export async function reconcile(session: Session): Promise<number> {
  let [accounts, entries, differences] = [0, 0, 0];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'ledger.reconcile', cursor === undefined ? {} : { cursor });
    for (const difference of page.differences) console.log(JSON.stringify(difference));
    accounts += page.checked;
    entries += page.entries;
    differences += page.differences.length;
    cursor = page.next;
  }
  console.log(`${accounts} accounts, ${entries} entries, ${differences} differences`);
  return differences === 0 ? 0 : 1;
}

/** `liability`: what the programme owes and what has become of points. */
export async function liability(session: Session): Promise<number> {
  const { breakageBasisPoints, ...points } = await ask(session, 'ledger.liability', {});
  for (const [name, value] of Object.entries(points)) console.log(`${name}\t${value}`);
  console.log(
    `breakage\t${breakageBasisPoints === null ? 'nothing redeemed or lapsed yet' : `${(breakageBasisPoints / 100).toFixed(2)} %`}`,
  );
  return 0;
}

const columns = ['seq', 'at', 'kind', 'pendingDelta', 'availableDelta', 'debtDelta', 'releaseOn', 'lapseOn', 'note'] as const;

/** `statement CARD`: every line of one member's ledger, newest first, as CSV (RFC 4180). */
export async function statement(session: Session, [cardNumber = '']: readonly string[]): Promise<number> {
  console.log(columns.join(','));
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'ledger.statementOf', cursor === undefined ? { cardNumber } : { cardNumber, cursor });
    for (const line of page.lines) console.log(csvLine(line));
    cursor = page.next;
  }
  return 0;
}

function csvLine(line: StatementLine): string {
  const cells: Record<(typeof columns)[number], string | number> = {
    ...line,
    at: new Date(line.at).toISOString(),
    releaseOn: line.releaseOn ?? '',
    lapseOn: line.lapseOn ?? '',
    note: JSON.stringify(line.note),
  };
  return columns.map((column) => `"${String(cells[column]).replaceAll('"', '""')}"`).join(',');
}
