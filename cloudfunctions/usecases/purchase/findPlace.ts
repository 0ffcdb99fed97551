import { yuanText } from '@shared/kernel/money';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf, type Day } from '@shared/kernel/time';
import { orderId, orderReusesMax } from '@shared/purchase/orderId';
import type { Purchase } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import type { Transaction } from '../../adapters/transact';

/** What is to be recorded under which order number of which shop and day. */
interface Wanted {
  readonly shopId: string;
  readonly orderNo: string;
  readonly day: Day;
  readonly key: string;
  /** Whether a purchase is of the same caller and content. */
  readonly isSame: (before: Purchase) => boolean;
}

/** The purchase this request has already made, or the id under which it may make one. */
type Place = { readonly first: Purchase } | { readonly freeId: string };

/**
 * Finds an order number's place. The same number from the same place with the same content gives the first purchase, with other content
 * it is refused; an undo frees the number.
 */
export async function findPlace(
  transaction: Transaction,
  { shopId, orderNo, day, key, isSame }: Wanted,
  programme: Programme,
): Promise<Outcome<Place, 'order.taken'>> {
  for (let use = 1; use <= orderReusesMax; use += 1) {
    const id = orderId(shopId, orderNo, day, programme.orderPeriod, use);
    const before = await transaction.get('purchases', id);
    if (before === null) return accept({ freeId: id });
    // After an undo only the very same tap repeats its answer; a new tap is a new purchase under the freed number.
    if (isSame(before) && (before.undo === null || before.key === key)) return accept({ first: before });
    if (before.undo === null || use === orderReusesMax) return refuseTaken(before, programme);
  }
  throw new Error('An order number was looked for beyond its last use');
}

function refuseTaken(before: Purchase, { offsetMinutes }: Programme): ReturnType<typeof refuse<'order.taken'>> {
  return refuse('order.taken', { at: `${before.day} ${clockOf(before.takenAt, offsetMinutes)}`, amount: yuanText(before.payableFen) });
}
