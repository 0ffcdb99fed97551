import { sha256Hex } from '../kernel/digest';
import type { DrawRecord } from './drawTypes';
import type { Sealing } from './poolTypes';

/** The chain before its first record. */
export function chainStart(poolId: string): Sealing {
  return { drawer: '', counter: -1, draws: 0, hash: sha256Hex(`v1|${poolId}`) };
}

/** The chain with one more record; records go by drawer, then counter. */
export function chainOn(chain: Sealing, record: DrawRecord): Sealing {
  const hash = sha256Hex(`${chain.hash}|${recordLine(record)}`);
  return { drawer: record.drawer, counter: record.counter, draws: chain.draws + 1, hash };
}

/** A record as one line: every fact of it, in a fixed order. */
function recordLine(record: DrawRecord): string {
  const { poolId, revision, drawer, counter, nonce, at, tier, x, pick, picked, given, reason, misses, unit, goneAt } = record;
  return [poolId, revision, drawer, counter, nonce, at, tier, x, pick, picked, given, reason ?? '', misses, unit ?? '', goneAt ?? ''].join(
    '|',
  );
}
