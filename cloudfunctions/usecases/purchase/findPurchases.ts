import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { addDays } from '@shared/kernel/time';
import { payableLeft } from '@shared/purchase/reckonRefund';
import type { PurchaseView } from '@shared/purchase/refundContract';
import type { Purchase } from '@shared/purchase/types';
import { decideVisit, type VisitRefusal } from '@shared/purchase/visit';
import type { Programme } from '@shared/store/programme';
import { find, get } from '../../adapters/database';
import { findProduct } from '../goods/loadProducts';
import { findShop, type TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';

const foundMax = 10;

type Wanted = { readonly orderNo: string } | { readonly visitId: string };
type FindOutcome = Outcome<{ readonly purchases: readonly PurchaseView[] }, 'purchase.unknown' | VisitRefusal>;

/** Purchases that can be looked at here, newest first: by order number, or of the member whose visit is open at this till. */
export async function findPurchases(who: TillCaller, wanted: Wanted): Promise<FindOutcome> {
  const programme = await loadProgramme(who.now);
  const found = 'orderNo' in wanted ? accept(await byOrder(wanted.orderNo)) : await ofVisit(who, wanted.visitId, programme);
  if (!found.ok) return found;
  const here = found.value.filter((purchase) => programme.refundAnywhere || purchase.shopId === who.shop._id);
  if (here.length === 0) return refuse('purchase.unknown');
  return accept({ purchases: await Promise.all(here.map((purchase) => view(purchase, programme, who.now))) });
}

function byOrder(orderNo: string): Promise<Purchase[]> {
  return find('purchases', { orderNo }, { limit: foundMax, order: [['at', 'desc']] });
}

async function ofVisit(who: TillCaller, visitId: string, programme: Programme): Promise<Outcome<Purchase[], VisitRefusal>> {
  const till = { shopId: who.shop._id, device: who.device };
  const visit = decideVisit(await get('visits', visitId), till, who.now, programme.offsetMinutes);
  if (!visit.ok) return visit;
  return accept(await find('purchases', { memberId: visit.value.memberId }, { limit: foundMax, order: [['at', 'desc']] }));
}

async function view(purchase: Purchase, { refundDays }: Programme, now: number): Promise<PurchaseView> {
  const shop = await findShop(purchase.shopId, now);
  const products = await Promise.all(
    purchase.lines.map(({ productId }) => (productId === undefined ? Promise.resolve(null) : findProduct(productId, now))),
  );
  const { refunded } = purchase;
  return {
    purchaseId: purchase._id,
    orderNo: purchase.orderNo,
    cardTail: purchase.cardTail,
    shopId: purchase.shopId,
    shop: shop?.name ?? { zh: purchase.shopId, en: purchase.shopId },
    at: purchase.at,
    lines: purchase.lines.map(({ categoryId, productId, units, payableFen, pointsFen }, at) => ({
      ...{ categoryId, productId: productId ?? null, productName: products[at]?.name ?? null, units, payableFen, pointsFen },
      unitsLeft: units - (refunded.units[at] ?? 0),
    })),
    payableFen: purchase.payableFen,
    points: purchase.points,
    pointsPaid: purchase.pointsPaid,
    vouchers: purchase.vouchers.map(({ name }) => name),
    gift: purchase.gift?.name ?? null,
    refunds: refunded.count,
    leftFen: payableLeft(purchase, refunded.units),
    giftOwedFen: refunded.giftOwedFen,
    refundUntil: addDays(purchase.day, refundDays),
    taken: purchase.undo?.how ?? null,
  };
}
