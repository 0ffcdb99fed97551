import type { JobTable } from '../../adapters/runJobs';
import { servePaidCards } from './servePaidCards';
import { settlePlanOrders } from './settlePlanOrders';
import { warnTiers } from './warnTiers';

/** The jobs of tiers and paid cards. */
export const tierJobs = { servePaidCards, settlePlanOrders, tierWarning: warnTiers } satisfies Partial<JobTable>;
