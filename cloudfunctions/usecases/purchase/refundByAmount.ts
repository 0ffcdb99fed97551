import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { RefundRefusal } from '@shared/purchase/decideRefund';
import { matchRefund, type RefundAmount } from '@shared/purchase/matchRefund';
import type { Purchase, Refund } from '@shared/purchase/types';
import { find, get } from '../../adapters/database';
import { refund, rehearseRefund, type RefundMaker } from './refund';

/** A refund as a shop's machine or a file tells it. */
interface ToldRefund {
  /** The order that it refunds, of the maker's shop. */
  readonly orderNo: string;
  /** The telling's own key: the same key is the same refund. */
  readonly key: string;
  /** Null: everything that is left. */
  readonly amounts: readonly RefundAmount[] | null;
  /** Last four digits of the card that the order has to be of, when the teller says which. */
  readonly cardTail?: string;
  /** Purchases as a dry run would have left them, by id: they count before what is written, nothing is, and the refund is noted in them. */
  readonly rehearsal?: Map<string, Purchase> | undefined;
}

/** What became of it; `known`: it was made before. Points taken count, points paid as cash that came back are not among them. */
interface ToldAnswer {
  readonly pointsTaken: number;
  readonly known: boolean;
}

const ordersMax = 10;
/** Readings while other refunds of the same purchase come in between. */
const roundsMax = 4;

/**
 * Refunds an order by amounts (see `matchRefund`) through the till's own refund. Sent again it answers `known` and changes nothing; other
 * content under its key is `key.reused`.
 */
export async function refundByAmount(
  who: RefundMaker,
  told: ToldRefund,
): Promise<Outcome<ToldAnswer, RefundRefusal | 'refund.amount' | 'busy.tryAgain'>> {
  for (let round = 1; ; round += 1) {
    const outcome = await refundOnce(who, told);
    const again = !outcome.ok && outcome.refusal.code === 'refund.changed' && round < roundsMax;
    if (!again) return outcome;
  }
}

async function refundOnce(who: RefundMaker, told: ToldRefund): ReturnType<typeof refundByAmount> {
  const purchase = rehearsedOrder(who, told) ?? (await findOrder(who, told));
  if (purchase === null) return refuse('purchase.unknown');
  const before = await madeBefore(purchase, told.key);
  if (before !== null) {
    return isSame(purchase, before, told.amounts) ? accept({ pointsTaken: before.pointsTaken, known: true }) : refuse('key.reused');
  }
  const matched = told.amounts === null ? accept(null) : matchRefund(purchase, told.amounts);
  if (!matched.ok) return matched;
  const request = { purchaseId: purchase._id, after: purchase.refunded.count, lines: matched.value, key: told.key };
  if (told.rehearsal !== undefined) {
    const rehearsed = await rehearseRefund(who, purchase, request);
    if (!rehearsed.ok) return rehearsed;
    told.rehearsal.set(purchase._id, rehearsed.value.after);
    return accept({ pointsTaken: rehearsed.value.receipt.pointsTaken, known: false });
  }
  const made = await refund(who, request);
  return made.ok ? accept({ pointsTaken: made.value.pointsTaken, known: false }) : made;
}

function rehearsedOrder({ shop }: RefundMaker, { orderNo, cardTail, rehearsal }: ToldRefund): Purchase | undefined {
  return [...(rehearsal?.values() ?? [])].findLast(
    (purchase) => purchase.orderNo === orderNo && purchase.shopId === shop._id && purchase.cardTail === cardTail,
  );
}

/** The shop's latest purchase under the order number that stands; one taken back is found only when no other is there, to say so. */
async function findOrder({ shop }: RefundMaker, { orderNo, cardTail }: ToldRefund): Promise<Purchase | null> {
  const found = await find('purchases', { orderNo }, { limit: ordersMax, order: [['at', 'desc']] });
  const own = found.filter((purchase) => purchase.shopId === shop._id && (cardTail === undefined || purchase.cardTail === cardTail));
  return own.find(({ undo }) => undo === null) ?? own[0] ?? null;
}

async function madeBefore({ _id, refunded }: Purchase, key: string): Promise<Refund | null> {
  for (let n = refunded.count; n >= 1; n -= 1) {
    const made = await get('refunds', `${_id}:${n}`);
    if (made?.key === key) return made;
  }
  return null;
}

/** The same amounts, told by category and product; everything that was left is told by a refund that left nothing. */
function isSame({ lines }: Purchase, made: Refund, amounts: readonly RefundAmount[] | null): boolean {
  if (amounts === null) return made.leftFen === 0;
  const madeFen = made.lines.reduce((sum, { moneyFen }) => sum + moneyFen, 0);
  const askedFen = amounts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const fits = made.lines.every(({ line }) =>
    amounts.some(({ categoryId, productId }) =>
      productId === undefined ? categoryId === null || lines[line]?.categoryId === categoryId : lines[line]?.productId === productId,
    ),
  );
  return madeFen === askedFen && fits;
}
