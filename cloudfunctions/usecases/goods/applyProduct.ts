import { productRow } from '@shared/goods/productRow';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';

/** The goods file: products, each in a category that exists. One that is no longer sold is set inactive, never removed. */
export const applyProduct = rowApplier(
  productRow,
  (row) => row.id,
  async ({ id, name, category, priceFen, active, newOn }, { dryRun }) => {
    if ((await get('categories', category)) === null) return refuseRow('row.unknownCategory', { category });
    const product = { _id: id, name, categoryId: category, priceFen, active: active ?? true };
    return writeDocument('products', newOn === undefined ? product : { ...product, newOn }, dryRun);
  },
);
