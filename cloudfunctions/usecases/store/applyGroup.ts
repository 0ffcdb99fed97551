import { groupRow } from '@shared/store/groupRow';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from './rowApplier';
import { writeDocument } from './writeDocument';

/** Groups and their ready-made posts. One that is given up is set inactive, so that what it brought stays counted. */
export const applyGroup = rowApplier(
  groupRow,
  (row) => row.id,
  async ({ id, name, shop, posts, active }, { dryRun }) => {
    if (shop !== undefined && (await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
    return writeDocument('groups', { _id: id, name, shopId: shop ?? null, posts: posts ?? [], active: active ?? true }, dryRun);
  },
);
