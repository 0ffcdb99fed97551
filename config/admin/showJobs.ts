import type { Session } from './session';
import { ask } from './ask';

/** `jobs`: each job's last run, how long it took, and what is left. */
export async function showJobs(session: Session): Promise<number> {
  const { jobs } = await ask(session, 'store.jobs', {});
  for (const { name, everyMinutes, ranAt, tookMs, state, lastResult, fault } of jobs) {
    const when = ranAt === null ? '-' : new Date(ranAt).toISOString();
    const took = tookMs === null ? '-' : `${tookMs} ms`;
    const result =
      fault ??
      Object.entries(lastResult)
        .map(([what, value]) => `${what} ${value}`)
        .join(', ');
    console.log([name, `every ${everyMinutes} min`, state, when, took, result].join('\t'));
  }
  return jobs.some(({ state }) => state === 'failed' || state === 'killed') ? 1 : 0;
}
