import type { ImportRow } from '@shared/purchase/importRow';

/** A purchase of a file with the numbers of the file's rows that it was gathered from. */
export interface Gathered {
  readonly purchase: ImportRow;
  readonly rows: readonly number[];
}

export interface Gathering {
  /** Oldest first, so that points and tiers grow in the order in which they were earned. */
  readonly purchases: readonly Gathered[];
  readonly rejected: readonly { readonly row: number; readonly why: string }[];
}

/** Columns by name, in English and Chinese. */
const columns = {
  card: ['card', '卡号'],
  shop: ['shop', '门店'],
  orderNo: ['order', '单号'],
  at: ['time', '时间'],
  item: ['item', '分类', '商品'],
  amount: ['amount', '金额'],
} as const;
type Column = keyof typeof columns;
const columnNames = Object.keys(columns) as Column[];

/** Yuan as a text, at most two decimals, to fen; null for a text that is no amount. */
function parseYuan(text: string): number | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/[¥,\s]/g, ''));
  if (match === null) return null;
  const [, sign = '', yuan = '', decimals = ''] = match;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}

/**
 * Gathers a file's rows into purchases: rows of one shop and order number are its lines, negative amounts refunds of it. The first row
 * names the columns. Throws a sentence for a file that lacks one. Rows are counted as a spreadsheet does, from 1 with the names.
 */
export function gatherPurchases(table: readonly (readonly string[])[]): Gathering {
  const places = placesOf(table[0] ?? []);
  const found = new Map<string, Gathered>();
  const rejected: { row: number; why: string }[] = [];
  for (const [index, cells] of table.entries()) {
    if (index === 0) continue;
    const row = index + 1;
    const cell = (column: Column): string => (cells[places[column]] ?? '').trim();
    const amountFen = parseYuan(cell('amount'));
    if (amountFen === null) {
      rejected.push({ row, why: `"${cell('amount')}" is no amount in yuan` });
      continue;
    }
    const [card, shop, orderNo, at] = [cell('card').replace(/\s/g, ''), cell('shop'), cell('orderNo'), cell('at')];
    // A refund names the order it refunds, at another time; each time is a refund of its own.
    const id = JSON.stringify([shop, orderNo, amountFen < 0 ? at : 'sale']);
    const before = found.get(id);
    if (before !== undefined && (before.purchase.card !== card || before.purchase.at !== at)) {
      rejected.push({ row, why: `row ${before.rows[0] ?? 0} has the same order number with another card or time` });
      continue;
    }
    const line = { item: cell('item'), amountFen };
    const lines = [...(before?.purchase.lines ?? []), line];
    found.set(id, { purchase: { card, shop, orderNo, at, lines }, rows: [...(before?.rows ?? []), row] });
  }
  const purchases = [...found.values()].sort((a, b) => (a.purchase.at < b.purchase.at ? -1 : a.purchase.at > b.purchase.at ? 1 : 0));
  return { purchases, rejected };
}

function placesOf(names: readonly string[]): Readonly<Record<Column, number>> {
  const given = names.map((name) => name.trim().toLowerCase());
  const places = columnNames.map((column) => [column, given.findIndex((name) => columns[column].some((known) => known === name))] as const);
  const missing = places.filter(([, place]) => place < 0).map(([column]) => columns[column].join('/'));
  if (missing.length > 0) throw new Error(`The first row must name the columns; missing: ${missing.join(', ')}.`);
  return Object.fromEntries(places) as Record<Column, number>;
}
