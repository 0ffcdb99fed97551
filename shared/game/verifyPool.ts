import type { DrawRecord } from './drawTypes';
import { prizeOf } from './decideDraw';
import { frozenHash, isBetter } from './freeze';
import { secretHashOf } from './pick';
import type { Pool, PoolContent, PoolRevision } from './poolTypes';
import { chainOn, chainStart } from './recordChain';
import { prizeStore, releasedAt, reserveStore, unitId } from './units';
import { verifyDrawer, type Mismatch } from './verifyDrawer';

/** Instances do not share one clock; they differ by at most this. */
const clockSkewMs = 2_000;
/** An earlier revision is drawn from while the next one's units are laid out, as long as an instance knows it, and by draws under way. */
const revisionLagMs = 120_000;

/** A unit that a draw took, as an export tells it. */
export interface TakenUnit {
  readonly id: string;
  readonly store: string;
  readonly n: number;
  readonly drawer: string;
  readonly counter: number;
  readonly at: number;
}

/** Everything of a closed pool that is needed to recompute it. */
export interface PoolExport {
  readonly pool: Pick<Pool, '_id' | 'secret' | 'secretHash' | 'closing' | 'stop'> & {
    /** Programme time's, by which a day's draws are counted. */
    readonly offsetMinutes: number;
  };
  readonly revisions: readonly PoolRevision[];
  /** By drawer, then counter. */
  readonly draws: readonly DrawRecord[];
  readonly units: readonly TakenUnit[];
}

export interface Verdict {
  readonly draws: number;
  /** The first thing that does not match; `draw` is null where it is not one draw's. */
  readonly problem: { readonly what: Mismatch; readonly draw: Pick<DrawRecord, 'drawer' | 'counter'> | null } | null;
}

/** Recomputes a whole pool from its export and names the first draw that does not match. */
export function verifyPool({ pool, revisions, draws, units }: PoolExport): Verdict {
  const verdict = (what: Mismatch | null, draw: DrawRecord | null = null): Verdict => ({
    draws: draws.length,
    problem: what === null ? null : { what, draw: draw === null ? null : { drawer: draw.drawer, counter: draw.counter } },
  });
  if (pool.secret === null || secretHashOf(pool.secret) !== pool.secretHash) return verdict('secret');
  if (!revisionsHold(pool._id, revisions)) return verdict('frozen');
  const contents = new Map(revisions.map((each) => [each.revision, each.content]));
  const takers = new Map(units.map((unit) => [unit.id, unit]));
  const lastTakenOf = lastTaken(units);
  for (const records of byDrawer(draws)) {
    const off = verifyDrawer(pool.secret, (revision) => contents.get(revision), records, pool.offsetMinutes);
    const whatOf = (record: DrawRecord): Mismatch | null =>
      revisionMismatch(record, revisions) ?? stockMismatch(record, contents.get(record.revision), takers, lastTakenOf);
    const unfit = records.find((record) => whatOf(record) !== null);
    if (off !== null && (unfit === undefined || off.record.counter <= unfit.counter)) return verdict(off.what, off.record);
    if (unfit !== undefined) return verdict(whatOf(unfit), unfit);
  }
  const orphan = units.length !== draws.filter((record) => record.unit !== null).length;
  if (orphan) return verdict('unit');
  if (draws.length > (revisions.at(-1)?.content.drawsMax ?? Infinity)) return verdict('limit');
  if (pool.closing !== null && pool.closing.draws !== draws.length) return verdict('count');
  const chain = draws.reduce(chainOn, chainStart(pool._id));
  return verdict(pool.closing !== null && chain.hash !== pool.closing.recordsHash ? 'chain' : null);
}

/** Revisions are 1, 2, 3 …, each is what its hash says, and each only betters the one before. */
function revisionsHold(poolId: string, revisions: readonly PoolRevision[]): boolean {
  return revisions.every((each, index) => {
    const before = revisions[index - 1];
    const frozen = each.revision === index + 1 && frozenHash(poolId, each.revision, each.content) === each.hash;
    return frozen && (before === undefined || isBetter(before.content, each.content));
  });
}

/** A draw is of the revision of its time: the number is made of it, so that nobody may choose. */
function revisionMismatch({ revision, at }: DrawRecord, revisions: readonly PoolRevision[]): Mismatch | null {
  const [own, next] = [revisions[revision - 1], revisions[revision]];
  const early = own === undefined || at < own.publishedAt - clockSkewMs;
  return early || (next !== undefined && at > next.publishedAt + revisionLagMs) ? 'revision' : null;
}

function byDrawer(draws: readonly DrawRecord[]): readonly (readonly DrawRecord[])[] {
  const groups = new Map<string, DrawRecord[]>();
  for (const draw of draws) {
    const group = groups.get(draw.drawer);
    if (group === undefined) groups.set(draw.drawer, [draw]);
    else group.push(draw);
  }
  return [...groups.values()];
}

/** Gives the time at which the last of a store's units 1 … n was taken; infinite when one of them was not. */
function lastTaken(units: readonly TakenUnit[]): (store: string, n: number) => number {
  const times = new Map(units.map((unit) => [unit.id, unit.at]));
  const known = new Map<string, number>();
  return (store, n) => {
    const upTo = unitId(store, n);
    const before = known.get(upTo);
    if (before !== undefined) return before;
    const last = Array.from({ length: n }, (_, index) => times.get(unitId(store, index + 1)) ?? Infinity).reduce(
      (a, b) => Math.max(a, b),
      0,
    );
    known.set(upTo, last);
    return last;
  };
}

/** Whether the unit a draw names is its own and was released, or everything released was taken when it was told "gone". */
function stockMismatch(
  record: DrawRecord,
  content: PoolContent | undefined,
  takers: ReadonlyMap<string, TakenUnit>,
  lastTakenOf: (store: string, n: number) => number,
): Mismatch | null {
  if (content === undefined) return 'revision';
  if (record.reason === 'stock' || record.reason === 'hour') return goneMismatch(record, content, lastTakenOf);
  const given = prizeOf(content, record.given);
  if (record.goneAt !== null) return 'stock';
  if (given.stock === null) return record.unit === null ? null : 'unit';
  const taken = takers.get(record.unit ?? '');
  const guaranteed = record.reason === 'guarantee';
  const store = guaranteed ? reserveStore(record.poolId, given.id) : prizeStore(record.poolId, given.id);
  const last = guaranteed ? (content.guarantee?.reserve ?? 0) : releasedAt(given, content.opensAt, record.at);
  const own = taken?.drawer === record.drawer && taken.counter === record.counter && taken.id === unitId(store, taken.n);
  return own && taken.n <= last ? null : 'unit';
}

function goneMismatch(record: DrawRecord, content: PoolContent, lastTakenOf: (store: string, n: number) => number): Mismatch | null {
  const picked = prizeOf(content, record.picked);
  const released = releasedAt(picked, content.opensAt, record.at);
  const reason = released >= (picked.stock ?? 0) ? 'stock' : 'hour';
  if (record.reason !== reason) return 'reason';
  const gone = lastTakenOf(prizeStore(record.poolId, picked.id), released) <= (record.goneAt ?? 0) + clockSkewMs;
  return gone ? null : 'stock';
}
