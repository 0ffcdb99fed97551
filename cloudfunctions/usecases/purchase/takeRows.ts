import { hasLuhnDigit } from '@shared/kernel/id';
import type { Refusal } from '@shared/kernel/refusal';
import type { Card } from '@shared/member/types';
import { get } from '../../adapters/database';
import { transact, type RunTransaction } from '../../adapters/transact';
import { transactTogether } from '../../adapters/transactTogether';

interface Rows<Row, Report> {
  readonly rows: readonly Row[];
  /** The card whose sale a row is; null for what must stand alone: a refund, a code that may lock, a row that does not parse. */
  readonly cardOf: (row: Row) => string | null;
  readonly take: (row: Row, run: RunTransaction) => Promise<Report>;
  readonly refused: (row: Row, refusal: Refusal<'busy.tryAgain'>) => Report;
}

/** Takes rows one after another; neighbours of one card share a transaction. Gives a report per row, in their order. */
export async function takeRows<Row, Report>({ rows, cardOf, take, refused }: Rows<Row, Report>): Promise<Report[]> {
  const reports: Report[] = [];
  for (const neighbours of inNeighbours(rows, cardOf)) {
    const together = await transactTogetherWhenMany(neighbours, take);
    reports.push(...(together.ok ? together.value : neighbours.map((row) => refused(row, together.refusal))));
  }
  return reports;
}

function transactTogetherWhenMany<Row, Report>(rows: readonly Row[], take: Rows<Row, Report>['take']) {
  const all = async (run: RunTransaction): Promise<Report[]> => {
    const reports: Report[] = [];
    for (const row of rows) reports.push(await take(row, run));
    return reports;
  };
  return rows.length > 1 ? transactTogether(all) : all(transact).then((value) => ({ ok: true, value }) as const);
}

function inNeighbours<Row>(rows: readonly Row[], cardOf: (row: Row) => string | null): Row[][] {
  const runs: { readonly card: string | null; readonly rows: Row[] }[] = [];
  for (const row of rows) {
    const card = cardOf(row);
    const last = runs.at(-1);
    if (card !== null && last?.card === card) last.rows.push(row);
    else runs.push({ card, rows: [row] });
  }
  return runs.map((run) => run.rows);
}

/** Reads cards by their numbers, each once. */
export function readCards(): (number: string) => Promise<Card | null> {
  const read = new Map<string, Promise<Card | null>>();
  return (number) => {
    const known = read.get(number) ?? (hasLuhnDigit(number) ? get('cards', number) : Promise.resolve(null));
    read.set(number, known);
    return known;
  };
}
