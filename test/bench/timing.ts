import { performance } from 'node:perf_hooks';

/** What a burst of calls took. */
export interface Burst {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Runs `work` once per item with `clients` at a time, and times each and the whole. */
export async function burst<Item>(items: readonly Item[], clients: number, work: (item: Item) => Promise<unknown>): Promise<Burst> {
  const queue = [...items];
  const each: number[] = [];
  const began = performance.now();
  const client = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const start = performance.now();
      await work(item);
      each.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const totalMs = performance.now() - began;
  return { perSecond: (items.length * 1000) / totalMs, medianMs: quantile(each, 0.5), p99Ms: quantile(each, 0.99) };
}

/** The q-quantile of some numbers, by nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
