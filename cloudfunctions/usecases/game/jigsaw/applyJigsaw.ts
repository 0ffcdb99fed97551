import { jigsawRow } from '@shared/game/jigsaw/rows';
import { rowApplier } from '../../store/rowApplier';
import { writeDocument } from '../../store/writeDocument';

/** Jigsaws. An attempt keeps the terms it was dealt under. */
export const applyJigsaw = rowApplier(
  jigsawRow,
  (row) => row.id,
  ({ id, name, from, to, active, picture, size, seconds, perDay, reward }, { dryRun }) =>
    writeDocument(
      'jigsaws',
      { _id: id, name, from, to, active: active ?? true, picture, size, secondsMax: seconds, perDay, reward },
      dryRun,
    ),
);
