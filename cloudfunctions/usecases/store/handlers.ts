import type { groupConsole } from '@shared/store/groupContract';
import type { storeConsole } from '@shared/store/contract';
import type { Handlers } from '../../adapters/serve';
import type { StaffCaller } from './admitStaff';
import { apply } from './apply';
import { groupFigures } from './groupFigures';
import { listJobs } from './listJobs';
import { listKeys } from './listKeys';
import { listSection } from './listSection';
import { makeKey } from './makeKey';
import { office } from './office';
import { revokeKey } from './revokeKey';

/** What operators can ask of settings, jobs and keys. */
export const storeConsoleHandlers: Handlers<typeof storeConsole & typeof groupConsole, StaffCaller> = {
  'store.office': office,
  'store.apply': apply,
  'store.list': listSection,
  'store.jobs': listJobs,
  'store.makeKey': makeKey,
  'store.revokeKey': revokeKey,
  'store.keys': listKeys,
  'store.groupFigures': groupFigures,
};
