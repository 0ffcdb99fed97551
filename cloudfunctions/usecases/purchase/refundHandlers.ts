import type { refundStaff } from '@shared/purchase/refundContract';
import type { Handlers } from '../../adapters/serve';
import type { TillCaller } from '../store/admitStaff';
import { findPurchases } from './findPurchases';
import { previewRefund, refund } from './refund';
import { voidPurchase } from './voidPurchase';

/** What staff can do with a purchase once it is made. */
export const refundHandlers: Handlers<typeof refundStaff, TillCaller> = {
  'purchase.find': findPurchases,
  'purchase.previewRefund': previewRefund,
  'purchase.refund': refund,
  'purchase.void': voidPurchase,
};
