import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { posRefund, posSale, type PosRefund, type PosRowReport, type PosSale } from '@shared/purchase/posContract';
import type { Purchase } from '@shared/purchase/types';
import type { Shop } from '@shared/store/types';
import type { Card } from '@shared/member/types';
import type { RunTransaction, Transaction } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { buyerByCode, countWrongCode, type EarlierCodeRefusal } from './buyerByCode';
import { recordPurchase, type Buyer, type RecordRefusal } from './recordPurchase';
import { refundByAmount } from './refundByAmount';
import { readCards, takeRows } from './takeRows';

/** Which shop's machine speaks, by which of its keys. */
export interface Machine {
  readonly shop: Shop;
  readonly keyId: string;
  readonly now: number;
}

const cardDigits = 16;

type Report = Omit<PosRowReport, 'row'>;
type Parsed = { readonly sale: PosSale } | { readonly refund: PosRefund } | { readonly badField: string; readonly orderNo: string };
type FindCard = (number: string) => Promise<Card | null>;

/** Records the rows of a shop's machine one after another; each is taken or refused by itself. */
export async function recordSigned(machine: Machine, rows: readonly unknown[]): Promise<readonly PosRowReport[]> {
  const findCard = readCards();
  const reports = await takeRows<Parsed, Report>({
    rows: rows.map(parseRow),
    cardOf: (row) => ('sale' in row && row.sale.member.length === cardDigits ? row.sale.member : null),
    take: (row, run) => takeRow(machine, row, findCard, run),
    refused: (row, refusal) => ({ orderNo: 'sale' in row ? row.sale.orderNo : '', result: 'refused', refusal }),
  });
  return reports.map((report, index) => ({ row: index + 1, ...report }));
}

function parseRow(raw: unknown): Parsed {
  const refund = posRefund.safeParse(raw);
  if (refund.success) return { refund: refund.data };
  const sale = posSale.safeParse(raw);
  if (sale.success) return { sale: sale.data };
  const { issues } = (isRefund(raw) ? refund : sale).error;
  return { badField: issues[0]?.path.join('.') ?? '', orderNo: rawOrderNo(raw) };
}

async function takeRow(machine: Machine, row: Parsed, findCard: FindCard, run: RunTransaction): Promise<Report> {
  if ('refund' in row) return refundRow(machine, row.refund);
  if ('badField' in row) {
    return { orderNo: row.orderNo, result: 'refused', refusal: { code: 'row.invalid', args: { field: row.badField } } };
  }
  const { orderNo } = row.sale;
  const recorded = await recordSale(machine, row.sale, findCard, run);
  return recorded.ok
    ? { orderNo, result: 'recorded', points: recorded.value.points }
    : { orderNo, result: 'refused', refusal: recorded.refusal };
}

async function refundRow({ shop, keyId, now }: Machine, row: PosRefund): Promise<Report> {
  const { orderNo, refundNo, lines } = row;
  const who = { shop, now, device: `pos:${shop._id}`, staff: { staffId: `pos:${keyId}` } };
  const amounts = lines?.map((line) => ('productId' in line ? { ...line, categoryId: null } : line)) ?? null;
  const told = await refundByAmount(who, { orderNo, key: `pos-refund-${refundNo}`, amounts });
  if (!told.ok) return { orderNo, result: 'refused', refusal: told.refusal };
  return { orderNo, result: 'recorded', points: 0 - told.value.pointsTaken };
}

function isRefund(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && (raw as { kind?: unknown }).kind === 'refund';
}

async function recordSale(
  { shop, keyId, now }: Machine,
  { orderNo, member, at, lines }: PosSale,
  findCard: FindCard,
  run: RunTransaction,
): Promise<Outcome<Purchase, RecordRefusal | EarlierCodeRefusal | 'card.unknown' | 'busy.tryAgain'>> {
  const number = member.slice(0, cardDigits);
  const card = await findCard(number);
  if (card === null) return refuse('card.unknown');
  const { offsetMinutes } = await loadProgramme(now);
  const by = { staffId: `pos:${keyId}`, shopId: shop._id, device: `pos:${shop._id}` };
  // A machine's retry is the same row to the letter, so that the time in it tells a repeat from a number used twice.
  const gross = { source: 'pos', key: `pos-${at}`, orderNo, lines, takenAt: at, shop, visitId: `pos:${card.memberId}`, ...by } as const;
  const findBuyer = async (transaction: Transaction): Promise<Outcome<Buyer, EarlierCodeRefusal | 'card.unknown'>> => {
    // Only a new row needs its member: what was recorded before they left is told again.
    if (card.openid === null || card.leaving === true) return refuse('card.unknown');
    if (member.length !== cardDigits) return buyerByCode(transaction, { card, code: member, at }, by, now, offsetMinutes);
    return accept({ memberId: card.memberId, accountId: card.accountId, cardTail: number.slice(-4) });
  };
  const recorded = await recordPurchase(gross, now, findBuyer, run);
  if (!recorded.ok && recorded.refusal.code === 'code.wrong') await countWrongCode(card, by, now);
  return recorded;
}

function rawOrderNo(raw: unknown): string {
  const { orderNo } = (typeof raw === 'object' && raw !== null ? raw : {}) as { orderNo?: unknown };
  return typeof orderNo === 'string' ? orderNo.slice(0, 32) : '';
}
