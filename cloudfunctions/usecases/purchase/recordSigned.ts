import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { posRefund, posSale, type PosRefund, type PosRowReport, type PosSale } from '@shared/purchase/posContract';
import type { Purchase } from '@shared/purchase/types';
import type { Shop } from '@shared/store/types';
import { get } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';
import { buyerByCode, countWrongCode, type EarlierCodeRefusal } from './buyerByCode';
import { recordPurchase, type RecordRefusal } from './recordPurchase';
import { refundByAmount } from './refundByAmount';

/** Which shop's machine speaks, by which of its keys. */
export interface Machine {
  readonly shop: Shop;
  readonly keyId: string;
  readonly now: number;
}

const cardDigits = 16;

/** Records the rows of a shop's machine one after another; each is taken or refused by itself. */
export async function recordSigned(machine: Machine, rows: readonly unknown[]): Promise<readonly PosRowReport[]> {
  const reports: PosRowReport[] = [];
  for (const [index, raw] of rows.entries()) reports.push({ row: index + 1, ...(await recordRow(machine, raw)) });
  return reports;
}

async function recordRow(machine: Machine, raw: unknown): Promise<Omit<PosRowReport, 'row'>> {
  const refund = posRefund.safeParse(raw);
  if (refund.success) return refundRow(machine, refund.data);
  const parsed = isRefund(raw) ? refund : posSale.safeParse(raw);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return { orderNo: rawOrderNo(raw), result: 'refused', refusal: { code: 'row.invalid', args: { field } } };
  }
  const { orderNo } = parsed.data;
  const recorded = await recordSale(machine, parsed.data);
  return recorded.ok
    ? { orderNo, result: 'recorded', points: recorded.value.points }
    : { orderNo, result: 'refused', refusal: recorded.refusal };
}

async function refundRow({ shop, keyId, now }: Machine, row: PosRefund): Promise<Omit<PosRowReport, 'row'>> {
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
): Promise<Outcome<Purchase, RecordRefusal | EarlierCodeRefusal | 'card.unknown' | 'busy.tryAgain'>> {
  const number = member.slice(0, cardDigits);
  const card = hasLuhnDigit(number) ? await get('cards', number) : null;
  if (card === null) return refuse('card.unknown');
  const { offsetMinutes } = await loadProgramme(now);
  const by = { staffId: `pos:${keyId}`, shopId: shop._id, device: `pos:${shop._id}` };
  // A machine's retry is the same row to the letter, so that the time in it tells a repeat from a number used twice.
  const gross = { source: 'pos', key: `pos-${at}`, orderNo, lines, takenAt: at, shop, visitId: `pos:${card.memberId}`, ...by } as const;
  const recorded = await recordPurchase<EarlierCodeRefusal | 'card.unknown'>(gross, now, async (transaction) => {
    // Only a new row needs its member: what was recorded before they left is told again.
    if (card.openid === null || card.leaving === true) return refuse('card.unknown');
    if (member.length !== cardDigits) return buyerByCode(transaction, { card, code: member, at }, by, now, offsetMinutes);
    return accept({ memberId: card.memberId, accountId: card.accountId, cardTail: number.slice(-4) });
  });
  if (!recorded.ok && recorded.refusal.code === 'code.wrong') await countWrongCode(card, by, now);
  return recorded;
}

function rawOrderNo(raw: unknown): string {
  const { orderNo } = (typeof raw === 'object' && raw !== null ? raw : {}) as { orderNo?: unknown };
  return typeof orderNo === 'string' ? orderNo.slice(0, 32) : '';
}
