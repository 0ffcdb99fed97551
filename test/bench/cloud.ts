import { openCloud, type CloudOptions, type LocalCloud } from '@localcloud/index';
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LoadEvent, LoadReport } from './cloudLoad';
import { engineTransactions } from './engineTransactions';
import { accountsCount } from './loadShape';
import { compared, figure, type Row } from './row';
import { median, quantile } from './timing';

const collections = [
  { name: 'accounts', indexes: [] },
  { name: 'stocks', indexes: [] },
  { name: 'entries', indexes: [] },
  { name: 'few', indexes: [{ name: 'groupAt', keys: { group: 1, at: -1 } }] },
  { name: 'many', indexes: [{ name: 'groupAt', keys: { group: 1, at: -1 } }] },
] as const;

/** Workers of the busy runs, and how many transactions each has under way at once. */
const workersCount = 4;
const atOnceCount = 8;
const readsCount = 4000;
const transactionsCount = 8000;
const queriesCount = 400;
const queryRounds = 7;
const fewDocuments = 10_000;
const manyDocuments = 1_000_000;
const opensCount = 9;

/** The local cloud by itself: what the transports and the engine under them do in a second, alone and at once. */
export async function cloud(): Promise<readonly Row[]> {
  await buildLoad();
  return [...(await transportRows()), ...(await overEngine()), ...(await scaleRows()), await openRow()];
}

async function buildLoad(): Promise<void> {
  await build({
    entryPoints: [resolve('test/bench/cloudLoad.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['wx-server-sdk'],
    outfile: resolve('dist/bench/cloudLoad/index.js'),
    tsconfig: resolve('tsconfig.json'),
    logLevel: 'error',
  });
}

async function withCloud<T>(options: Partial<CloudOptions>, work: (cloud: LocalCloud) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-bench-'));
  const load = { name: 'load', directory: resolve('dist/bench/cloudLoad'), timeoutMs: 600_000, callers: 'loggedIn' } as const;
  const opened = await openCloud({ dataDir, collections, functions: [load], workersPerFunction: workersCount, ...options });
  try {
    await opened.data.load(
      'accounts',
      numbered('a', accountsCount, (at) => ({ balance: 1_000_000, seq: 0, at })),
    );
    await opened.data.load(
      'stocks',
      numbered('s', accountsCount, (at) => ({ left: 1_000_000, at })),
    );
    return await work(opened);
  } finally {
    await opened.close();
    rmSync(dataDir, { recursive: true });
  }
}

function* numbered(prefix: string, count: number, content: (at: number) => object): Generator<Record<string, unknown>> {
  for (let at = 0; at < count; at += 1) yield { _id: `${prefix}${at}`, ...content(at) };
}

/** Splits the work over `workers` calls at once and gives the whole time and each piece's. */
async function run(opened: LocalCloud, event: LoadEvent, workers: number): Promise<{ perSecond: number; eachMs: readonly number[] }> {
  const share = Math.ceil(event.count / workers);
  const began = performance.now();
  const reports = await Promise.all(
    Array.from({ length: workers }, (_, at) =>
      opened.call('load', { ...event, from: event.from + at * share, count: share }, { openid: 'oBench' }),
    ),
  );
  const tookMs = performance.now() - began;
  return { perSecond: (share * workers * 1000) / tookMs, eachMs: (reports as LoadReport[]).flatMap((report) => report.eachMs) };
}

async function transportRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const transport of ['http', 'port'] as const) {
    const rowsOf = await withCloud({ transport }, async (opened) => {
      const reads: LoadEvent = { kind: 'read', from: 0, count: readsCount, atOnce: 1 };
      await run(opened, reads, workersCount);
      const alone = await run(opened, reads, 1);
      const busy = await run(opened, { ...reads, count: readsCount * 2, atOnce: atOnceCount }, workersCount);
      return [
        figure(`cloud.${transport}`, busy.perSecond, 'operations/s'),
        figure(`cloud.${transport}.alone`, alone.perSecond, 'operations/s'),
        figure(`cloud.${transport}.p50`, median(alone.eachMs), 'ms'),
        figure(`cloud.${transport}.p99`, quantile(alone.eachMs, 0.99), 'ms'),
        figure(`cloud.${transport}.busy.p50`, median(busy.eachMs), 'ms'),
        figure(`cloud.${transport}.busy.p99`, quantile(busy.eachMs, 0.99), 'ms'),
      ];
    });
    rows.push(...rowsOf);
  }
  return rows;
}

/** Seven-operation transactions by MessagePort beside the same reads and writes straight at the storage engine, turn about. */
async function overEngine(): Promise<readonly Row[]> {
  return withCloud({}, async (opened) => {
    const transactions: LoadEvent = { kind: 'transaction', from: 0, count: transactionsCount, atOnce: atOnceCount };
    await run(opened, { ...transactions, count: 400 }, workersCount);
    const rates: { cloud: number; engine: number; alone: number }[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const from = round * 100_000;
      const busy = await run(opened, { ...transactions, from }, workersCount);
      const alone = await run(opened, { ...transactions, from: from + 50_000, count: 1000, atOnce: 1 }, 1);
      rates.push({ cloud: busy.perSecond, alone: alone.perSecond, engine: await engineTransactions(transactionsCount) });
    }
    const engine = median(rates.map((rate) => rate.engine));
    return [
      compared('cloud.overEngine', median(rates.map((rate) => rate.cloud)), engine, 'transactions/s'),
      figure('cloud.transaction.alone', median(rates.map((rate) => rate.alone)), 'transactions/s'),
    ];
  });
}

/** One indexed query among ten thousand and among a million documents, turn about. */
async function scaleRows(): Promise<readonly Row[]> {
  return withCloud({}, async (opened) => {
    const content = (at: number): object => ({
      group: `g${at % 100}`,
      at,
      name: `member ${at}`,
      note: 'as long as a usual small document is',
    });
    await opened.data.load('few', numbered('f', fewDocuments, content));
    const began = performance.now();
    await opened.data.load('many', numbered('m', manyDocuments, content));
    const loadMs = performance.now() - began;
    const query: LoadEvent = { kind: 'query', from: 0, count: queriesCount, atOnce: 1 };
    const medians: { few: number; many: number }[] = [];
    for (let round = 0; round <= queryRounds; round += 1) {
      const few = await run(opened, { ...query, collection: 'few' }, 1);
      const many = await run(opened, { ...query, collection: 'many' }, 1);
      medians.push({ few: median(few.eachMs), many: median(many.eachMs) });
    }
    const warm = medians.slice(1);
    return [
      compared('cloud.index.scale', median(warm.map((each) => each.many)), median(warm.map((each) => each.few)), 'ms'),
      figure('cloud.load', (manyDocuments * 1000) / loadMs, 'documents/s'),
      figure('cloud.memory', process.memoryUsage().rss / 1024 ** 2, 'MB'),
    ];
  });
}

/** How long opening takes over a folder that holds data, until the first read is answered. */
async function openRow(): Promise<Row> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-bench-'));
  const times: number[] = [];
  for (let count = 0; count < opensCount; count += 1) {
    const began = performance.now();
    const opened = await openCloud({ dataDir, collections, functions: [] });
    await opened.data.count('accounts');
    times.push(performance.now() - began);
    if (count === 0)
      await opened.data.load(
        'accounts',
        numbered('a', accountsCount, (at) => ({ at })),
      );
    await opened.close();
  }
  rmSync(dataDir, { recursive: true });
  return figure('cloud.open', median(times.slice(1)), 'ms');
}
