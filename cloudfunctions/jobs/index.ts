import { systemClock } from '../adapters/clock';
import { serveTimer } from '../adapters/serveTimer';
import { withLease } from '../adapters/withLease';
import { grantChances } from '../usecases/game/grantChances';
import { sweep } from '../usecases/ledger/sweep';

/** A job's share of a tick; the function's own time-out is 60 s. */
const tickMaxMs = 15_000;

export const main = serveTimer({
  grantChances: (now) => withLease('grantChances', now, tickMaxMs, () => grantChances(now, systemClock, now + tickMaxMs)),
  sweep: (now) => withLease('sweep', now, tickMaxMs, () => sweep(now, systemClock, now + tickMaxMs)),
});
