import { shopRow } from '@shared/store/rows';
import { rowApplier } from './rowApplier';
import { writeDocument } from './writeDocument';

/** Shops. */
export const applyShop = rowApplier(
  shopRow,
  (row) => row.id,
  ({ id, name, active }, { dryRun }) => writeDocument('shops', { _id: id, name, active: active ?? true }, dryRun),
);
