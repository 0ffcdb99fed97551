/** How stale settings, roles and switches may be: they are kept in the instance for this long. */
export const cacheLifeMs = 30_000;

/** Keeps what `load` gives per key for 30 seconds, at most `keysMax` keys. Correctness must never rest on it. */
export function cached<Value>(load: (key: string) => Promise<Value>, keysMax: number): (key: string, now: number) => Promise<Value> {
  const kept = new Map<string, { readonly at: number; readonly value: Value }>();
  return async (key, now) => {
    const hit = kept.get(key);
    // A clock set back makes what is kept look new: it is thrown away too.
    if (hit !== undefined && now >= hit.at && now - hit.at < cacheLifeMs) return hit.value;
    const value = await load(key);
    if (kept.size >= keysMax) kept.clear();
    kept.set(key, { at: now, value });
    return value;
  };
}
