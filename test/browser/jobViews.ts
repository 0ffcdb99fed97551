import type { View } from './view';

const jobs = '/packages/staff/jobs/index';

/** What runs by itself, as an operator sees it, and who may not. */
export const jobViews: readonly View[] = [
  {
    name: 'jobs',
    person: 'operator',
    route: jobs,
    kind: 'screen',
    reach: async ({ shop, page, copy }) => {
      await shop.runTimer('jobs', 'sendOutbox');
      await page.reload();
      await page.getByText(copy.storeJobs.names.closeShifts).waitFor();
    },
  },
  {
    name: 'jobs-not-operator',
    person: 'qing',
    route: jobs,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.storeJobs.notOperator).waitFor(),
  },
];
