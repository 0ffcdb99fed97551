/**
 * What transactions must remember of the past: which documents changed since a snapshot began, and what they were then. Kept only
 * while a snapshot is open, so reading the past costs nothing when nobody does.
 */
export interface History {
  /** Begins a snapshot of now; end it with {@link History.end}. */
  begin(): number;
  end(snapshot: number): void;
  /** Counts a commit and keeps what its documents were before it. */
  commit(changes: readonly { readonly tag: string; readonly before: string | null }[]): void;
  /** Whether a commit after the snapshot changed the document. */
  changedSince(tag: string, snapshot: number): boolean;
  /** What the document was at the snapshot, or `undefined` when it has not changed since. */
  at(tag: string, snapshot: number): { readonly value: string | null } | undefined;
  /** What the documents that changed since the snapshot were at it; those that were absent are left out. `owner`: how their tags begin. */
  changedFrom(owner: string, snapshot: number): readonly string[];
}

interface Past {
  readonly until: number;
  readonly value: string | null;
}

/** How many commits pass between two clearings of what no snapshot needs any more. */
const clearEveryCommits = 4096;

/** Makes an empty history. */
export function createHistory(): History {
  let sequence = 0;
  const open = new Map<number, number>();
  const past = new Map<string, Past[]>();
  const find = (tag: string, snapshot: number): Past | undefined => past.get(tag)?.find((entry) => entry.until > snapshot);
  return {
    begin() {
      open.set(sequence, (open.get(sequence) ?? 0) + 1);
      return sequence;
    },
    end(snapshot) {
      const left = (open.get(snapshot) ?? 1) - 1;
      if (left > 0) open.set(snapshot, left);
      else open.delete(snapshot);
      if (open.size === 0) past.clear();
    },
    commit(changes) {
      sequence += 1;
      if (open.size === 0) return;
      for (const { tag, before } of changes) {
        const list = past.get(tag);
        if (list === undefined) past.set(tag, [{ until: sequence, value: before }]);
        else list.push({ until: sequence, value: before });
      }
      if (sequence % clearEveryCommits === 0) forget(past, Math.min(...open.keys()));
    },
    changedSince: (tag, snapshot) => find(tag, snapshot) !== undefined,
    at: find,
    changedFrom: (owner, snapshot) =>
      [...past.keys()].filter((tag) => tag.startsWith(owner)).flatMap((tag) => find(tag, snapshot)?.value ?? []),
  };
}

function forget(past: Map<string, Past[]>, oldest: number): void {
  for (const [tag, list] of past) {
    const kept = list.filter((entry) => entry.until > oldest);
    if (kept.length === 0) past.delete(tag);
    else past.set(tag, kept);
  }
}
