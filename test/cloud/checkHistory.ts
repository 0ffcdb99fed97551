/** What one transaction saw and did, in its order: `['r' | 'w', key, value]`. Every value ever written is unlike any other. */
export interface TransactionRecord {
  readonly id: string;
  readonly steps: readonly (readonly ['r' | 'w', string, string])[];
  readonly outcome: 'committed' | 'aborted';
}

/** What isolation forbids, and (write skew) what snapshot isolation allows; each entry names the transactions concerned. */
export interface Anomalies {
  /** Two committed transactions wrote a key on top of the same value: one of them went unseen. */
  readonly lostUpdates: string[];
  /** A value was read that was given up, or that its writer wrote over before committing. */
  readonly dirtyReads: string[];
  /** One transaction read two values of a key it had not written meanwhile. */
  readonly nonRepeatableReads: string[];
  /** A transaction did not read what it had itself written. */
  readonly ownWritesMissed: string[];
  /** A transaction read one key after and another before the same other transaction: no moment in time looks like that. */
  readonly readSkews: string[];
  /** A committed write nobody built on that is not what is there at the end either. */
  readonly vanishedWrites: string[];
  /** Two committed transactions each read what the other wrote over. */
  readonly writeSkews: string[];
}

interface Digest {
  readonly record: TransactionRecord;
  /** First value of each key that came from outside. */
  readonly seen: ReadonlyMap<string, string>;
  /** Last value written to each key. */
  readonly left: ReadonlyMap<string, string>;
}

interface Books {
  readonly digests: readonly Digest[];
  readonly committed: readonly Digest[];
  readonly writerOf: ReadonlyMap<string, Digest>;
  /** Who wrote a key on top of a value, by key and value. */
  readonly over: ReadonlyMap<string, Digest>;
  readonly found: Anomalies;
}

/**
 * Checks a history for anomalies. Writers must read a key before they write it: that tells which value follows which.
 * Source of the anomalies' definitions: Adya, "Weak Consistency" (1999), G1a, G1b, lost update, read skew (G-single), write skew (G2-item).
 * @param last what each key holds when all is over
 */
export function checkHistory(records: readonly TransactionRecord[], last: ReadonlyMap<string, string>): Anomalies {
  const found: Anomalies = {
    lostUpdates: [],
    dirtyReads: [],
    nonRepeatableReads: [],
    ownWritesMissed: [],
    readSkews: [],
    vanishedWrites: [],
    writeSkews: [],
  };
  const digests = records.map((record) => digest(record, found));
  const committed = digests.filter((one) => one.record.outcome === 'committed');
  const writerOf = new Map<string, Digest>();
  for (const one of digests) for (const [kind, , value] of one.record.steps) if (kind === 'w') writerOf.set(value, one);
  const books: Books = { digests, committed, writerOf, over: successors(committed, found), found };
  for (const one of digests) {
    findDirtyReads(books, one);
    findReadSkews(books, one);
  }
  for (const one of committed) {
    findVanished(books, one, last);
    findWriteSkews(books, one);
  }
  return found;
}

const cell = (key: string, value: string): string => `${key}\n${value}`;

function digest(record: TransactionRecord, found: Anomalies): Digest {
  const seen = new Map<string, string>();
  const left = new Map<string, string>();
  for (const [kind, key, value] of record.steps) {
    if (kind === 'w') left.set(key, value);
    else if (left.has(key)) {
      if (left.get(key) !== value) found.ownWritesMissed.push(record.id);
    } else if (!seen.has(key)) seen.set(key, value);
    else if (seen.get(key) !== value) found.nonRepeatableReads.push(record.id);
  }
  return { record, seen, left };
}

function successors(committed: readonly Digest[], found: Anomalies): ReadonlyMap<string, Digest> {
  const over = new Map<string, Digest>();
  for (const one of committed) {
    for (const key of one.left.keys()) {
      const before = cell(key, one.seen.get(key) ?? '');
      const other = over.get(before);
      if (other === undefined) over.set(before, one);
      else found.lostUpdates.push(`${other.record.id} ${one.record.id}`);
    }
  }
  return over;
}

function findDirtyReads({ writerOf, found }: Books, one: Digest): void {
  for (const [key, value] of one.seen) {
    const writer = writerOf.get(value);
    if (writer === undefined) continue;
    if (writer.record.outcome === 'aborted' || writer.left.get(key) !== value)
      found.dirtyReads.push(`${writer.record.id} ${one.record.id}`);
  }
}

/** Whoever wrote over something read here must not be the one who wrote something else read here. */
function findReadSkews({ writerOf, over, found }: Books, one: Digest): void {
  for (const [key, value] of one.seen) {
    const next = over.get(cell(key, value));
    if (next === undefined || next === one) continue;
    for (const other of one.seen.values()) if (writerOf.get(other) === next) found.readSkews.push(`${next.record.id} ${one.record.id}`);
  }
}

function findVanished({ over, found }: Books, one: Digest, last: ReadonlyMap<string, string>): void {
  for (const [key, value] of one.left) if (!over.has(cell(key, value)) && last.get(key) !== value) found.vanishedWrites.push(one.record.id);
}

/** Counted once for a pair: by the one whose id comes first. */
function findWriteSkews({ over, found }: Books, one: Digest): void {
  const pairs = new Set<Digest>();
  for (const [key, value] of one.seen) {
    const other = over.get(cell(key, value));
    if (other === undefined || other === one || one.left.has(key) || one.record.id > other.record.id) continue;
    const back = [...other.seen].some(([theirs, old]) => !other.left.has(theirs) && over.get(cell(theirs, old)) === one);
    if (back) pairs.add(other);
  }
  for (const other of pairs) found.writeSkews.push(`${one.record.id} ${other.record.id}`);
}
