import { riddleFestivalRow, riddleRow } from '@shared/game/riddle/rows';
import { get } from '../../../adapters/database';
import { refuseRow, rowApplier } from '../../store/rowApplier';
import { writeDocument } from '../../store/writeDocument';

/** Festivals of riddles. */
export const applyRiddleFestival = rowApplier(
  riddleFestivalRow,
  (row) => row.id,
  ({ id, name, from, to, active, tries, hintPoints, reward }, { dryRun }) =>
    writeDocument('riddleFestivals', { _id: id, name, from, to, active: active ?? true, tries, hintPoints, reward }, dryRun),
);

/** Riddles of a festival. */
export const applyRiddle = rowApplier(
  riddleRow,
  (row) => `${row.festival}:${row.id}`,
  async ({ festival, id, place, text, category, answers, hints, explanation, reward, active }, { dryRun }) => {
    if ((await get('riddleFestivals', festival)) === null) return refuseRow('row.unknownFestival', { festival });
    return writeDocument(
      'riddles',
      {
        ...{ _id: `${festival}:${id}`, festivalId: festival, place, name: text, category, answers, hints, explanation },
        reward: reward ?? null,
        active: active ?? true,
      },
      dryRun,
    );
  },
);
