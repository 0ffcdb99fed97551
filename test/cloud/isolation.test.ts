import { openCloud, type ConflictMode } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkHistory, type Anomalies, type TransactionRecord } from './checkHistory';
import { freshFolder } from './openScriptCloud';
import { provedCount } from './probe';

const workersCount = 4;
const lanesPerCall = 8;
const transactionsPerLane = 25;
const transactionsPerCall = lanesPerCall * transactionsPerLane;
/** Of both conflict modes together. */
const transactionsLeast = provedCount(4_000, 100_000);
const keys = Array.from({ length: 24 }, (_, at) => `cell${at}`);
const mixer = { name: 'mixer', directory: join(__dirname, 'functions', 'mixer'), timeoutMs: 60_000, callers: 'loggedIn' } as const;
const none: Anomalies = {
  lostUpdates: [],
  dirtyReads: [],
  nonRepeatableReads: [],
  ownWritesMissed: [],
  readSkews: [],
  vanishedWrites: [],
  writeSkews: [],
};

interface History {
  readonly records: readonly TransactionRecord[];
  readonly last: ReadonlyMap<string, string>;
}

async function record(conflictMode: ConflictMode): Promise<History> {
  const dataDir = freshFolder();
  const collections = [{ name: 'cells', indexes: [{ name: 'value', keys: { value: 1 } }] }] as const;
  const cloud = await openCloud({ dataDir, collections, functions: [mixer], conflictMode, workersPerFunction: workersCount });
  await cloud.data.insert(
    'cells',
    keys.map((key) => ({ _id: key, value: `first/${key}` })),
  );
  const records: TransactionRecord[] = [];
  const callsCount = Math.ceil(transactionsLeast / 2 / transactionsPerCall);
  let begun = 0;
  const client = async (): Promise<void> => {
    while (begun < callsCount) {
      begun += 1;
      const event = { name: `c${begun}`, seed: begun, lanes: lanesPerCall, each: transactionsPerLane, keys };
      records.push(...((await cloud.call('mixer', event, { openid: 'oMixer' })) as TransactionRecord[]));
    }
  };
  await Promise.all(Array.from({ length: workersCount }, client));
  const last = new Map((await cloud.data.find('cells')).map((cell) => [String(cell['_id']), String(cell['value'])]));
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
  return { records, last };
}

/** Figures for whoever reads the run; they decide nothing. */
function report(mode: ConflictMode, { records }: History, skews: number): void {
  const committed = records.filter((one) => one.outcome === 'committed').length;
  process.stderr.write(`${mode}: ${records.length} transactions, ${committed} committed, ${skews} write skews\n`);
}

describe('isolation, checked by history', () => {
  const timeOutMs = 60_000 + transactionsLeast * 10;

  it(
    'of random eager transactions is that of snapshots: nothing forbidden, write skew as allowed',
    async () => {
      const history = await record('eager');
      const { writeSkews, ...forbidden } = checkHistory(history.records, history.last);
      expect({ ...forbidden, writeSkews: [] }).toEqual(none);
      const outcomes = new Set(history.records.map((one) => one.outcome));
      expect(outcomes).toEqual(new Set(['committed', 'aborted']));
      report('eager', history, writeSkews.length);
    },
    timeOutMs,
  );

  it(
    'of random pessimistic transactions is complete: not even write skew',
    async () => {
      const history = await record('pessimistic');
      expect(checkHistory(history.records, history.last)).toEqual(none);
      report('pessimistic', history, 0);
    },
    timeOutMs,
  );
});

describe('the check of a history', () => {
  const last = (x: string, y = 'y0'): ReadonlyMap<string, string> =>
    new Map([
      ['x', x],
      ['y', y],
    ]);
  const done = (id: string, ...steps: TransactionRecord['steps']): TransactionRecord => ({ id, steps, outcome: 'committed' });
  const given = (id: string, ...steps: TransactionRecord['steps']): TransactionRecord => ({ id, steps, outcome: 'aborted' });

  it('finds nothing in one transaction after another', () => {
    const history = [done('a', ['r', 'x', 'x0'], ['w', 'x', 'x1'], ['r', 'x', 'x1']), done('b', ['r', 'x', 'x1'], ['w', 'x', 'x2'])];
    expect(checkHistory(history, last('x2'))).toEqual(none);
  });

  it('finds a lost update, and the write that vanished by it', () => {
    const history = [done('a', ['r', 'x', 'x0'], ['w', 'x', 'x1']), done('b', ['r', 'x', 'x0'], ['w', 'x', 'x2'])];
    expect(checkHistory(history, last('x2'))).toEqual({ ...none, lostUpdates: ['a b'], vanishedWrites: ['a'] });
  });

  it('finds a read of what was given up', () => {
    const history = [given('a', ['r', 'x', 'x0'], ['w', 'x', 'x1']), done('b', ['r', 'x', 'x1'])];
    expect(checkHistory(history, last('x0'))).toEqual({ ...none, dirtyReads: ['a b'] });
  });

  it('finds a read of what its writer wrote over before committing', () => {
    const history = [done('a', ['r', 'x', 'x0'], ['w', 'x', 'x1'], ['w', 'x', 'x2']), done('b', ['r', 'x', 'x1'])];
    expect(checkHistory(history, last('x2'))).toEqual({ ...none, dirtyReads: ['a b'] });
  });

  it('finds two readings of one key that differ, also in a transaction that was given up', () => {
    const history = [done('a', ['r', 'x', 'x0'], ['w', 'x', 'x1']), given('b', ['r', 'x', 'x0'], ['r', 'x', 'x1'])];
    expect(checkHistory(history, last('x1'))).toEqual({ ...none, nonRepeatableReads: ['b'] });
  });

  it('finds a transaction that does not see its own write', () => {
    const history = [done('a', ['r', 'x', 'x0'], ['w', 'x', 'x1'], ['r', 'x', 'x0'])];
    expect(checkHistory(history, last('x1'))).toEqual({ ...none, ownWritesMissed: ['a'] });
  });

  it('finds a reading of two keys that no moment in time looked like', () => {
    const writer = done('a', ['r', 'x', 'x0'], ['r', 'y', 'y0'], ['w', 'x', 'x1'], ['w', 'y', 'y1']);
    expect(checkHistory([writer, done('b', ['r', 'x', 'x1'], ['r', 'y', 'y0'])], last('x1', 'y1'))).toEqual({
      ...none,
      readSkews: ['a b'],
    });
  });

  it('counts a write skew once', () => {
    const history = [
      done('a', ['r', 'x', 'x0'], ['r', 'y', 'y0'], ['w', 'x', 'x1']),
      done('b', ['r', 'x', 'x0'], ['r', 'y', 'y0'], ['w', 'y', 'y1']),
    ];
    expect(checkHistory(history, last('x1', 'y1'))).toEqual({ ...none, writeSkews: ['a b'] });
  });
});
