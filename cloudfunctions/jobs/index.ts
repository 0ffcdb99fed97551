import { runJobs } from '../adapters/runJobs';
import { serveTimer } from '../adapters/serveTimer';
import { grantChances } from '../usecases/game/grantChances';
import { sweep } from '../usecases/ledger/sweep';

/** What each job of the table (`shared/store/jobs.ts`) does. */
export const main = serveTimer(runJobs({ grantChances, sweep }));
