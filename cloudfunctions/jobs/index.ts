import { runJobs } from '../adapters/runJobs';
import { serveTimer } from '../adapters/serveTimer';
import { closePools } from '../usecases/game/close';
import { grantChances } from '../usecases/game/grantChances';
import { messageJobs } from '../usecases/message/jobs';
import { runRace } from '../usecases/ledger/runRace';
import { sweep } from '../usecases/ledger/sweep';
import { closeShifts } from '../usecases/purchase/closeShifts';
import { tendAvatars } from '../usecases/member/avatar/tendAvatars';
import { eraseMembers } from '../usecases/member/eraseMembers';
import { exportMembers } from '../usecases/member/exportMembers';
import { giveBirthdays } from '../usecases/member/giveBirthdays';
import { runReferrals } from '../usecases/referral/runReferrals';
import { climbLadder } from '../usecases/reward/climbLadder';
import { tierJobs } from '../usecases/tier/tierJobs';
import { callOffSessions } from '../usecases/voucher/booking/callOffSessions';
import { revokeVouchers } from '../usecases/voucher/revokeVouchers';
import { warnVouchers } from '../usecases/voucher/warnVouchers';

/** What each job of the table (`shared/store/jobs.ts`) does. */
export const main = serveTimer(
  runJobs({
    ...messageJobs,
    birthday: giveBirthdays,
    callOffSessions,
    climbLadder,
    closePools,
    closeShifts,
    grantChances,
    revokeVouchers,
    race: runRace,
    eraseMembers,
    exportMembers,
    tendAvatars,
    referral: runReferrals,
    sweep,
    ...tierJobs,
    warnVouchers,
  }),
);
