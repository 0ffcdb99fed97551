/** A command that was answered with a yes: who asked what, and the answer. */
export interface Acknowledged {
  readonly openid: string;
  readonly method: string;
  readonly input: unknown;
  readonly value: unknown;
}

/** What callers did and what became of it. */
export interface Journal {
  readonly acts: Map<string, number>;
  /** `<method> accepted`, `<method> <refusal code>`, `<method> unanswered`. */
  readonly answers: Map<string, number>;
  readonly faults: Map<string, number>;
  readonly acknowledged: Acknowledged[];
  /** What callers saw that must not be. */
  readonly wrongs: string[];
}

/** An empty journal. */
export function openJournal(): Journal {
  return { acts: new Map(), answers: new Map(), faults: new Map(), acknowledged: [], wrongs: [] };
}

/** Counts one more. */
export function count(counts: Map<string, number>, what: string, more = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + more);
}
