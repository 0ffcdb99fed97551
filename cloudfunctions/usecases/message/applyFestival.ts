import { festivalRow } from '@shared/message/festivalRow';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';

/** The table of festivals. One that is no longer kept is set inactive. */
export const applyFestival = rowApplier(
  festivalRow,
  (row) => row.id,
  async ({ id, date, name, words, gift, active }, { dryRun }) => {
    if ('couponId' in gift && (await get('coupons', gift.couponId)) === null) {
      return refuseRow('row.unknownCoupon', { coupon: gift.couponId });
    }
    return writeDocument('festivals', { _id: id, date, name, words, gift, active: active ?? true }, dryRun);
  },
);
