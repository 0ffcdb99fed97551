import { causeRow } from '@shared/reward/rows';
import { rowApplier } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';

/** What members can give points to. */
export const applyCause = rowApplier(
  causeRow,
  (row) => row.id,
  ({ id, name, detail, amounts, active }, { dryRun }) =>
    writeDocument('causes', { _id: id, name, detail, amounts, active: active ?? true }, dryRun),
);
