import type { shiftStaff } from '@shared/purchase/shiftContract';
import type { Handlers } from '../../adapters/serve';
import type { TillCaller } from '../store/admitStaff';
import { closeMine, openMine } from './moveShift';
import { report, shopReport } from './shiftReport';

/** Shifts and their reports. */
export const shiftHandlers: Handlers<typeof shiftStaff, TillCaller> = {
  'shift.open': openMine,
  'shift.close': closeMine,
  'shift.report': report,
  'shift.shop': shopReport,
};
