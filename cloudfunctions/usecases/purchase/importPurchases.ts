import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { ImportRefusal, ImportReport } from '@shared/purchase/contract';
import { dayOf } from '@shared/kernel/time';
import { decideDate } from '@shared/purchase/decideDate';
import { importRow, parseProgrammeTime, type ImportRow } from '@shared/purchase/importRow';
import type { ToldLine } from '@shared/purchase/receipt';
import type { Purchase } from '@shared/purchase/types';
import type { Shop } from '@shared/store/types';
import type { RunTransaction } from '../../adapters/transact';
import { record } from '../audit/record';
import { findShop, type StaffCaller } from '../store/admitStaff';
import { loadCategories, loadEveryCategory } from '../store/loadCategories';
import { loadProgramme } from '../store/loadProgramme';
import { recordPurchase } from './recordPurchase';
import { refundByAmount } from './refundByAmount';
import { readCards, takeRows } from './takeRows';

/**
 * Records purchases of a file one after another; sending the file again changes nothing and says `known`. Negative amounts refund the order
 * they name, which has to be in already, or (in a dry run) in an earlier row of the same call.
 */
export async function importPurchases(
  who: StaffCaller,
  { rows, dryRun }: { rows: readonly unknown[]; dryRun: boolean },
): Promise<Outcome<{ readonly reports: readonly ImportReport[] }>> {
  const rehearsal = dryRun ? new Map<string, Purchase>() : undefined;
  const findCard = readCards();
  const reports = await takeRows<Parsed, ImportReport>({
    rows: rows.map((raw) => ({ raw, parsed: importRow.safeParse(raw) })),
    // A dry run writes nothing, and a refund looks for its order outside the transaction.
    cardOf: ({ parsed }) => (dryRun || !parsed.success || isRefund(parsed.data) ? null : parsed.data.card),
    take: (row, run) => importOne(who, row, rehearsal, { findCard, run }),
    refused: ({ raw }, refusal) => refusedRow(raw, refusal),
  });
  const refused = reports.filter(({ result }) => result === 'refused').length;
  if (!dryRun) await record(who, 'purchase.import', `${rows.length} purchases`, refused === 0 ? 'done' : `refused ${refused}`);
  return accept({ reports });
}

/** What a dry run would have written; absent when it is none. */
type Rehearsal = Map<string, Purchase> | undefined;

type Parsed = { readonly raw: unknown; readonly parsed: ReturnType<typeof importRow.safeParse> };

/** How the rows of one call reach the store. */
interface Means {
  readonly findCard: ReturnType<typeof readCards>;
  readonly run: RunTransaction;
}

async function importOne(who: StaffCaller, { raw, parsed }: Parsed, rehearsal: Rehearsal, means: Means): Promise<ImportReport> {
  if (!parsed.success) return refusedRow(raw, { code: 'row.invalid', args: { field: parsed.error.issues[0]?.path.join('.') ?? '' } });
  const outcome = await recordRow(who, parsed.data, rehearsal, means);
  if (!outcome.ok) return refusedRow(raw, outcome.refusal);
  return {
    orderNo: parsed.data.orderNo,
    result: outcome.value.known ? 'known' : 'recorded',
    points: outcome.value.points,
    refusal: null,
  };
}

function refusedRow(raw: unknown, refusal: NonNullable<ImportReport['refusal']>): ImportReport {
  const { orderNo } = (typeof raw === 'object' && raw !== null ? raw : {}) as { orderNo?: unknown };
  return { orderNo: typeof orderNo === 'string' ? orderNo.slice(0, 32) : '', result: 'refused', points: 0, refusal };
}

const isRefund = ({ lines }: ImportRow): boolean => lines.some(({ amountFen }) => amountFen < 0);

/** What became of a row that was taken; a refund's points are negative. */
interface Taken {
  readonly points: number;
  readonly known: boolean;
}

async function recordRow(
  who: StaffCaller,
  row: ImportRow,
  rehearsal: Rehearsal,
  { findCard, run }: Means,
): Promise<Outcome<Taken, ImportRefusal>> {
  const { now } = who;
  const [{ offsetMinutes }, shop, card] = await Promise.all([loadProgramme(now), findShop(row.shop, now), findCard(row.card)]);
  const takenAt = parseProgrammeTime(row.at, offsetMinutes);
  if (takenAt === null) return refuse('row.invalid', { field: 'at' });
  if (shop === null) return refuse('shop.unknown');
  if (card === null) return refuse('card.unknown');
  if (isRefund(row)) return refundRow(who, row, { shop, takenAt, offsetMinutes, rehearsal });
  if (row.lines.some(({ amountFen }) => amountFen === 0)) return refuse('purchase.amount');
  const { memberId, accountId } = card;
  const gross = {
    source: 'import',
    key: `import-${takenAt}`,
    orderNo: row.orderNo,
    lines: await linesOf(row, now),
    takenAt,
    shop,
    staffId: who.staff.staffId,
    device: who.device,
    visitId: `import:${memberId}`,
    dryRun: rehearsal !== undefined,
  } as const;
  const buyer = { memberId, accountId, cardTail: row.card.slice(-4) };
  // Only a new row needs its member: what was recorded before they left is told again.
  const gone = card.openid === null || card.leaving === true;
  const recorded = await recordPurchase(gross, now, () => Promise.resolve(gone ? refuse('card.unknown') : accept(buyer)), run);
  if (!recorded.ok) return recorded;
  const known = recorded.value.at !== now;
  if (!known) rehearsal?.set(recorded.value._id, recorded.value);
  return accept({ points: recorded.value.points, known });
}

async function refundRow(
  { now, staff, device }: StaffCaller,
  row: ImportRow,
  { shop, takenAt, offsetMinutes, rehearsal }: { shop: Shop; takenAt: number; offsetMinutes: number; rehearsal: Rehearsal },
): Promise<Outcome<Taken, ImportRefusal>> {
  const day = decideDate(takenAt, now, dayOf(now, offsetMinutes), offsetMinutes);
  if (!day.ok) return day;
  if (row.lines.some(({ amountFen }) => amountFen >= 0)) return refuse('import.refund');
  const amounts = (await linesOf(row, now)).map(({ categoryId, productId, amountFen }, at) => ({
    categoryId: row.lines[at]?.item === '' ? null : categoryId,
    productId,
    amountFen: -amountFen,
  }));
  const { orderNo, card } = row;
  const told = { orderNo, key: `import-refund-${takenAt}`, amounts, cardTail: card.slice(-4), rehearsal };
  const refunded = await refundByAmount({ shop, now, staff, device }, told);
  return refunded.ok ? accept({ points: 0 - refunded.value.pointsTaken, known: refunded.value.known }) : refunded;
}

/** What a file calls an item is a category if there is one of that id, otherwise a product; nothing means the first category. */
async function linesOf({ lines }: ImportRow, now: number): Promise<readonly ToldLine[]> {
  const [categories, known] = await Promise.all([loadCategories(now), loadEveryCategory(now)]);
  const first = categories[0]?._id ?? '';
  return lines.map(({ item, amountFen }) => {
    if (item === '') return { categoryId: first, amountFen, unnamed: true };
    const isCategory = known.some((category) => category._id === item);
    return isCategory ? { categoryId: item, amountFen } : { categoryId: first, productId: item, amountFen };
  });
}
