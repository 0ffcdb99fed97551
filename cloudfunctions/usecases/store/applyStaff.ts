import { staffRow } from '@shared/store/rows';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from './rowApplier';
import { writeDocument } from './writeDocument';

/** People who work for the programme, each bound to their platform identity and, if they stand at a till, to one shop. */
export const applyStaff = rowApplier(
  staffRow,
  (row) => row.openid,
  async (row, { dryRun }) => {
    const { openid, staffId, name, shop, roles, active } = row;
    if (shop !== undefined && (await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
    const before = await get('staff', openid);
    if (before !== null && before.staffId !== staffId) return refuseRow('row.openidTaken', { by: before.staffId });
    return writeDocument('staff', { _id: openid, staffId, name, shopId: shop ?? null, roles, active: active ?? true }, dryRun);
  },
);
