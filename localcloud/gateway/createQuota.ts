import { cloudFault } from '../cloudFault';

const windowMs = 1000;

/**
 * Counts requests and refuses (EXCEED_REQUEST_LIMIT) those beyond so many within any second. Source of the limit: CloudBase's default
 * package allows 500 requests a second for a whole environment.
 * @param nowMs a clock that never goes back
 */
export function createQuota(requestsPerSecond: number, nowMs: () => number = () => performance.now()): () => void {
  const times: number[] = [];
  return () => {
    const now = nowMs();
    while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
    if (times.length >= requestsPerSecond) {
      throw cloudFault('EXCEED_REQUEST_LIMIT', `[LimitExceeded.RequestLimitExceeded] more than ${requestsPerSecond} requests a second`);
    }
    times.push(now);
  };
}
