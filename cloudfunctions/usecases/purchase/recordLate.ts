import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { splitCode } from '@shared/member/code';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { decideLate, type LateRefusal } from '@shared/purchase/decideLate';
import { viewReceipt } from '@shared/purchase/receipt';
import type { PurchaseLine } from '@shared/purchase/types';
import { get } from '../../adapters/database';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { buyerByCode, countWrongCode, type EarlierCodeRefusal } from './buyerByCode';
import { recordPurchase, type RecordRefusal } from './recordPurchase';

interface LatePurchase {
  readonly key: string;
  /** The member code as it was scanned, and when, by the phone's reckoning of server time. */
  readonly code: string;
  readonly scannedAt: number;
  readonly orderNo: string;
  readonly lines: readonly PurchaseLine[];
}

type RecordLateRefusal = LateRefusal | EarlierCodeRefusal | RecordRefusal | 'code.unknownCard';

/**
 * Records a purchase that the till took without network: gross lines only. The code is checked for the time of its scan with the secret's
 * version of that time, and used up; the purchase counts in the shift in which it arrives. Every refusal is audited.
 */
export async function recordLate(
  who: TillCaller,
  late: LatePurchase,
): Promise<Outcome<PurchaseReceipt, RecordLateRefusal | 'busy.tryAgain'>> {
  const { key, code, scannedAt, orderNo, lines } = late;
  const { cardNumber } = splitCode(code);
  const programme = await loadProgramme(who.now);
  const card = hasLuhnDigit(cardNumber) ? await get('cards', cardNumber) : null;
  const by = { staffId: who.staff.staffId, shopId: who.shop._id, device: who.device };
  if (card === null) return refuseLate(who, cardNumber, 'code.unknownCard');
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const visitId = `late:${card.memberId}`;
  const gross = { source: 'late', key, orderNo, lines, takenAt: scannedAt, shop: who.shop, visitId, ...by } as const;
  const recorded = await recordPurchase<LateRefusal | EarlierCodeRefusal | 'code.unknownCard'>(gross, who.now, async (transaction) => {
    // Asked inside, so that a repeat of what was recorded is answered even when the limits have passed or the member leaves since.
    if (card.openid === null || card.leaving === true) return refuse('code.unknownCard');
    const decided = decideLate(scannedAt, totalFen, programme, who.now);
    return decided.ok ? buyerByCode(transaction, { card, code, at: scannedAt }, by, who.now, programme.offsetMinutes) : decided;
  });
  if (recorded.ok) return accept(viewReceipt(recorded.value));
  if (recorded.refusal.code === 'code.wrong') await countWrongCode(card, by, who.now);
  await record(who, 'purchase.recordLate', cardNumber.slice(-4), recorded.refusal.code);
  return recorded;
}

async function refuseLate(who: TillCaller, cardNumber: string, code: 'code.unknownCard'): Promise<ReturnType<typeof refuse<typeof code>>> {
  await record(who, 'purchase.recordLate', cardNumber.slice(-4), code);
  return refuse(code);
}
