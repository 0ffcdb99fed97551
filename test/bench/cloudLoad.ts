import cloud from 'wx-server-sdk';
import { accountsCount, entryOf } from './loadShape';

// The SDK's own typings stop at `any` for what a document holds; these say what this file uses.
interface LoadQuery {
  where(filter: object): LoadQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): LoadQuery;
  limit(count: number): LoadQuery;
  get(): Promise<{ data: unknown }>;
}
interface LoadDocument {
  get(): Promise<{ data: unknown }>;
  update(options: { data: object }): Promise<unknown>;
}
interface LoadCollection extends LoadQuery {
  doc(id: string): LoadDocument;
  add(options: { data: object }): Promise<unknown>;
}
interface LoadDatabase {
  collection(name: string): LoadCollection;
  startTransaction(): Promise<{ collection(name: string): LoadCollection; commit(): Promise<unknown> }>;
  readonly command: { inc(by: number): object };
}

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as Parameters<typeof cloud.init>[0]);
const database = cloud.database({ throwOnNotFound: false } as object) as unknown as LoadDatabase;

/** What one call of the load function does: how often, and how many at a time in this worker. */
export interface LoadEvent {
  readonly kind: 'read' | 'transaction' | 'query';
  readonly from: number;
  readonly count: number;
  readonly atOnce: number;
  readonly collection?: string;
}

/** Times in milliseconds of each piece of work. */
export interface LoadReport {
  readonly eachMs: readonly number[];
}

/** Documents a query asks for. */
const pageCount = 20;

/** Works through a number of reads, queries or seven-operation transactions with the SDK, and gives how long each took. */
export async function main(event: LoadEvent): Promise<LoadReport> {
  const eachMs: number[] = [];
  let next = event.from;
  const end = event.from + event.count;
  const client = async (): Promise<void> => {
    for (let at = next; at < end; at = next) {
      next += 1;
      const began = performance.now();
      await work(event, at);
      eachMs.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: event.atOnce }, client));
  return { eachMs };
}

async function work(event: LoadEvent, at: number): Promise<void> {
  switch (event.kind) {
    case 'transaction':
      await redeem(at);
      return;
    case 'read':
      await database
        .collection('accounts')
        .doc(`a${(at * 7919) % accountsCount}`)
        .get();
      return;
    case 'query': {
      const wanted = database.collection(event.collection ?? '').where({ group: `g${(at * 31) % 100}` });
      const { data } = await wanted.orderBy('at', 'desc').limit(pageCount).get();
      if (!Array.isArray(data) || data.length !== pageCount) throw new Error('the query found too little');
    }
  }
}

/** Seven operations: begin, read an account and a stock, add an entry, change both, commit. */
async function redeem(at: number): Promise<void> {
  const account = `a${at % accountsCount}`;
  const transaction = await database.startTransaction();
  const { data } = await transaction.collection('accounts').doc(account).get();
  await transaction
    .collection('stocks')
    .doc(`s${at % accountsCount}`)
    .get();
  await transaction.collection('entries').add({ data: entryOf(at, account) });
  await transaction
    .collection('accounts')
    .doc(account)
    .update({ data: { balance: (data as { balance: number }).balance - 10, seq: at } });
  await transaction
    .collection('stocks')
    .doc(`s${at % accountsCount}`)
    .update({ data: { left: database.command.inc(-1) } });
  await transaction.commit();
}
