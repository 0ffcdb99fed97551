import { categoryRow } from '@shared/store/rows';
import { rowApplier } from './rowApplier';
import { writeDocument } from './writeDocument';

/** The till's categories. */
export const applyCategory = rowApplier(
  categoryRow,
  (row) => row.id,
  (row, { dryRun }) =>
    writeDocument(
      'categories',
      { _id: row.id, name: row.name, excluded: row.excluded ?? false, order: row.order ?? 0, active: row.active ?? true },
      dryRun,
    ),
);
