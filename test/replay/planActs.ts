import type { Invoice } from './readInvoices';

/** What the doors take: lines of a purchase, units of a line. */
const linesMax = 20;
const unitsMax = 9_999;

export interface SaleLine {
  readonly stockCode: string;
  readonly units: number;
  readonly fen: number;
}

/** A purchase to be recorded; an invoice of more lines than a purchase holds becomes several. */
export interface Sale {
  readonly kind: 'sale';
  readonly customer: string;
  readonly orderNo: string;
  readonly atMs: number;
  readonly lines: readonly SaleLine[];
}

/** Units of one purchase to be taken back. `after` is how many refunds of it there were before. */
export interface Cancellation {
  readonly kind: 'cancellation';
  readonly customer: string;
  readonly key: string;
  readonly orderNo: string;
  readonly after: number;
  readonly atMs: number;
  readonly lines: readonly { readonly line: number; readonly units: number }[];
}

export interface Plan {
  readonly acts: readonly (Sale | Cancellation)[];
  /** Every row of the log is one of these. */
  readonly rows: {
    sold: number;
    cancelled: number;
    partlyCancelled: number;
    unmatched: number;
    free: number;
    nobody: number;
  };
  readonly invoices: number;
}

interface OpenLine {
  readonly sale: Sale;
  readonly line: number;
  left: number;
}

/**
 * Turns invoices into purchases and refunds. A cancelled line is matched to the same customer's and stock code's latest earlier purchase
 * first, and may split over several; what finds none is counted as unmatched. Lines that cost nothing earn nothing and are left out.
 */
export function planActs(invoices: readonly Invoice[]): Plan {
  const acts: (Sale | Cancellation)[] = [];
  const rows = { sold: 0, cancelled: 0, partlyCancelled: 0, unmatched: 0, free: 0, nobody: 0 };
  const open = new Map<string, OpenLine[]>();
  const refunds = new Map<string, number>();
  let counted = 0;
  for (const invoice of invoices) {
    if (invoice.customer === '') {
      rows.nobody += invoice.lines.length;
      continue;
    }
    counted += 1;
    if (invoice.no.startsWith('C')) acts.push(...cancel(invoice, open, refunds, rows));
    else acts.push(...sell(invoice, open, rows));
  }
  return { acts, rows, invoices: counted };
}

function sell({ no, customer, atMs, lines }: Invoice, open: Map<string, OpenLine[]>, rows: Plan['rows']): readonly Sale[] {
  const paid = lines.filter(({ fen, quantity }) => fen > 0 && quantity > 0);
  rows.sold += paid.length;
  rows.free += lines.length - paid.length;
  const pieces = paid.flatMap(({ stockCode, quantity, fen }) => inPieces(stockCode, quantity, fen));
  const sales: Sale[] = [];
  for (let from = 0; from < pieces.length; from += linesMax) {
    const part = pieces.slice(from, from + linesMax);
    const orderNo = from === 0 ? no : `${no}.${from / linesMax}`;
    const sale: Sale = { kind: 'sale', customer, orderNo, atMs, lines: part };
    sales.push(sale);
    part.forEach(({ stockCode, units }, line) => {
      const place = `${customer} ${stockCode}`;
      open.set(place, [...(open.get(place) ?? []), { sale, line, left: units }]);
    });
  }
  return sales;
}

/** More units than a line holds become several lines, their fen spread evenly, the rest on the first. */
function inPieces(stockCode: string, quantity: number, fen: number): SaleLine[] {
  const count = Math.ceil(quantity / unitsMax);
  const [units, each] = [Math.floor(quantity / count), Math.floor(fen / count)];
  return Array.from({ length: count }, (_, index) => ({
    stockCode,
    units: index === 0 ? quantity - units * (count - 1) : units,
    fen: index === 0 ? fen - each * (count - 1) : each,
  }));
}

function cancel(
  { no, customer, atMs, lines }: Invoice,
  open: Map<string, OpenLine[]>,
  refunds: Map<string, number>,
  rows: Plan['rows'],
): readonly Cancellation[] {
  const taken = new Map<string, Map<number, number>>();
  for (const { stockCode, quantity } of lines) {
    let wanted = -quantity;
    const places = (open.get(`${customer} ${stockCode}`) ?? []).filter(({ left }) => left > 0).reverse();
    for (const place of places) {
      const units = Math.min(wanted, place.left);
      if (units <= 0) break;
      place.left -= units;
      wanted -= units;
      const ofSale = taken.get(place.sale.orderNo) ?? new Map<number, number>();
      taken.set(place.sale.orderNo, ofSale.set(place.line, (ofSale.get(place.line) ?? 0) + units));
    }
    if (wanted === 0) rows.cancelled += 1;
    else if (wanted < -quantity) rows.partlyCancelled += 1;
    else rows.unmatched += 1;
  }
  return [...taken].map(([orderNo, units], index) => {
    const after = refunds.get(orderNo) ?? 0;
    refunds.set(orderNo, after + 1);
    const back = [...units].map(([line, many]) => ({ line, units: many }));
    return { kind: 'cancellation', customer, key: `cancel-${no}-${index}`, orderNo, after, atMs, lines: back };
  });
}
