import { defaultProgramme } from '@shared/store/programme';
import { programmeRow } from '@shared/store/rows';
import { get, isEmpty } from '../../adapters/database';
import { refuseRow, rowApplier } from './rowApplier';
import { writeDocument } from './writeDocument';

/** The settings that a row names; the others stay. The offset is frozen once members exist, since every day depends on it. */
export const applyProgramme = rowApplier(
  programmeRow,
  () => 'main',
  async (row, { dryRun }) => {
    const before = (await get('programme', 'main')) ?? defaultProgramme;
    const named = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
    const next = { ...before, ...named };
    if (next.offsetMinutes !== before.offsetMinutes && !(await isEmpty('members'))) {
      return refuseRow('row.offsetFrozen', { offset: before.offsetMinutes });
    }
    return writeDocument('programme', next, dryRun);
  },
);
