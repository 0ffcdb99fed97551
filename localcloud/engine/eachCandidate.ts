import { candidates, type Candidate, type Search } from './candidates';
import type { EngineCore } from './core';

/**
 * Shows each candidate of a plan to `see` until it says `false`. All of them are of one moment, although a long search pauses for
 * others; a read by `_id` needs no such view, since it never pauses in between.
 */
export async function eachCandidate(core: EngineCore, search: Search, see: (stored: Candidate) => boolean): Promise<void> {
  if (search.plan.kind === 'ids') {
    for (const stored of candidates(core, search)) if (!see(stored)) return;
    return;
  }
  const reader = core.readers.begin();
  const snapshot = core.store.documents.useReadTransaction();
  try {
    for (const stored of candidates(core, search, snapshot)) {
      if (!see(stored)) return;
      const pause = reader.step();
      if (pause !== undefined) await pause;
    }
  } finally {
    snapshot.done();
    reader.end();
  }
}
