import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One line of an invoice. Quantity is negative on a cancellation. */
export interface InvoiceLine {
  readonly stockCode: string;
  readonly quantity: number;
  readonly fen: number;
}

/** One invoice; `customer` is empty where the log names none. */
export interface Invoice {
  readonly no: string;
  readonly customer: string;
  readonly atMs: number;
  readonly lines: readonly InvoiceLine[];
}

/** Reads a retail log (InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID …), gzipped or not, ordered by date. */
export function readInvoices(file: string): readonly Invoice[] {
  const raw = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  const invoices = new Map<string, { no: string; customer: string; atMs: number; lines: InvoiceLine[] }>();
  for (const row of text.split('\n').slice(1)) {
    const [no = '', stockCode = '', quantity = '', date = '', price = '', customer = ''] = row.trim().split(',');
    if (no === '') continue;
    const invoice = invoices.get(no) ?? { no, customer, atMs: Date.parse(`${date.replace(' ', 'T')}Z`), lines: [] };
    invoices.set(no, invoice);
    invoice.lines.push({ stockCode, quantity: Number(quantity), fen: fenOf(Math.abs(Number(quantity)), price) });
  }
  return [...invoices.values()].sort((a, b) => a.atMs - b.atMs || (a.no < b.no ? -1 : 1));
}

/** Fen of a line, rounded half up: prices have at most three decimals, so thousandths are exact. */
function fenOf(quantity: number, price: string): number {
  return Math.floor((quantity * Math.round(Number(price) * 1000) + 5) / 10);
}
