import type { auditConsole } from '@shared/audit/contract';
import type { Handlers } from '../../adapters/serve';
import type { StaffCaller } from '../store/admitStaff';
import { decide } from './decide';
import { listAudit } from './listAudit';
import { listProposals } from './listProposals';
import { proposeAdjustment } from './proposeAdjustment';

/** What operators propose to and decide for each other, and who did what. */
export const auditConsoleHandlers: Handlers<typeof auditConsole, StaffCaller> = {
  'audit.list': listAudit,
  'audit.proposeAdjustment': proposeAdjustment,
  'audit.proposals': listProposals,
  'audit.decide': decide,
};
