import { cloudFault, plea, type CloudFault } from '../cloudFault';

/** Whoever holds locks: a transaction. */
export interface LockOwner {
  readonly held: Set<string>;
  readonly waitingFor: Set<string>;
}

/** Locks on documents (and rows of unique indexes), by tag. */
export interface Locks {
  /** Whether somebody other than `owner` holds the tag. */
  isTaken(tag: string, owner?: LockOwner): boolean;
  /** Takes a free tag at once; a conflict when another holds it. */
  take(tag: string, owner: LockOwner): void;
  /** Takes a tag, waiting in line; a conflict when the wait could never end because the holders wait for each other. */
  acquire(tag: string, owner: LockOwner): Promise<void>;
  /** Resolves when the tag may be free (look again). */
  whenFree(tag: string): Promise<void>;
  /** Lets go of everything an owner holds and sends away what it waits for. */
  release(owner: LockOwner): void;
}

interface Waiter {
  readonly owner: LockOwner | undefined;
  readonly go: () => void;
  readonly refuse: (cause: CloudFault) => void;
}

interface Lock {
  owner: LockOwner;
  readonly waiters: Waiter[];
}

/** The platform's answer when two transactions want one document. Source of the text: the public tests of @cloudbase/node-sdk 2.9. */
export function transactionConflict(): CloudFault {
  return cloudFault(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${plea}`,
  );
}

/** Makes an empty lock table. */
export function createLocks(): Locks {
  const table = new Map<string, Lock>();
  const isTaken = (tag: string, owner?: LockOwner): boolean => {
    const lock = table.get(tag);
    return lock !== undefined && lock.owner !== owner;
  };
  const take = (tag: string, owner: LockOwner): void => {
    if (isTaken(tag, owner)) throw transactionConflict();
    if (!table.has(tag)) table.set(tag, { owner, waiters: [] });
    owner.held.add(tag);
  };
  const wait = (tag: string, owner: LockOwner | undefined): Promise<void> =>
    new Promise((go, refuse) => {
      const lock = table.get(tag);
      if (lock === undefined) go();
      else lock.waiters.push({ owner, go, refuse });
    });
  return {
    isTaken,
    take,
    async acquire(tag, owner) {
      if (!isTaken(tag, owner)) {
        take(tag, owner);
        return;
      }
      if (wouldNeverEnd(table, tag, owner)) throw transactionConflict();
      owner.waitingFor.add(tag);
      await wait(tag, owner);
    },
    whenFree: (tag) => wait(tag, undefined),
    release(owner) {
      for (const tag of owner.waitingFor) sendAway(table.get(tag), owner);
      owner.waitingFor.clear();
      for (const tag of owner.held) handOver(table, tag);
      owner.held.clear();
    },
  };
}

function handOver(table: Map<string, Lock>, tag: string): void {
  const lock = table.get(tag);
  if (lock === undefined) return;
  for (let next = lock.waiters.shift(); next !== undefined; next = lock.waiters.shift()) {
    if (next.owner !== undefined) {
      lock.owner = next.owner;
      next.owner.waitingFor.delete(tag);
      next.owner.held.add(tag);
      next.go();
      for (const same of lock.waiters.filter((waiter) => waiter.owner === lock.owner)) same.go();
      lock.waiters.splice(0, lock.waiters.length, ...lock.waiters.filter((waiter) => waiter.owner !== lock.owner));
      return;
    }
    next.go();
  }
  table.delete(tag);
}

function sendAway(lock: Lock | undefined, owner: LockOwner): void {
  if (lock === undefined) return;
  for (const [at, waiter] of [...lock.waiters.entries()].reverse()) {
    if (waiter.owner === owner) {
      lock.waiters.splice(at, 1);
      waiter.refuse(transactionConflict());
    }
  }
}

/** Follows who waits for whom from the tag's holder; coming back to the asker means a ring. */
function wouldNeverEnd(table: Map<string, Lock>, tag: string, asker: LockOwner): boolean {
  const seen = new Set<LockOwner>();
  const pending = [table.get(tag)?.owner];
  for (let holder = pending.pop(); holder !== undefined; holder = pending.pop()) {
    if (holder === asker) return true;
    if (seen.has(holder)) continue;
    seen.add(holder);
    for (const wanted of holder.waitingFor) pending.push(table.get(wanted)?.owner);
  }
  return false;
}
