import { open, type Database } from 'lmdb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountsCount, entryOf } from './loadShape';

/** As many clients as the storage engine was first measured with. */
const clientsCount = 64;

/**
 * The same reads and writes as the seven-operation transaction, made straight at the storage engine with its own group commit: no
 * SDK, no transport, no locks, no queries. Gives transactions per second, each on disk when it counts.
 */
export async function engineTransactions(count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  const root = open({ path: folder, overlappingSync: false, maxDbs: 8 });
  const documents = root.openDB<string, string>({ name: 'documents', encoding: 'string' });
  const order = root.openDB<string, string>({ name: 'order', encoding: 'string' });
  for (let at = 0; at < accountsCount; at += 1) {
    void documents.put(`a${at}`, JSON.stringify({ _id: `a${at}`, balance: 1_000_000, seq: 0, at }));
    void documents.put(`s${at}`, JSON.stringify({ _id: `s${at}`, left: 1_000_000, at }));
  }
  await root.flushed;
  let next = 0;
  const client = async (): Promise<void> => {
    for (let at = next; at < count; at = next) {
      next += 1;
      await transact(documents, order, at);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clientsCount }, client));
  const perSecond = (count * 1000) / (performance.now() - began);
  await root.close();
  rmSync(folder, { recursive: true });
  return perSecond;
}

async function transact(documents: Database<string, string>, order: Database<string, string>, at: number): Promise<void> {
  const id = `a${at % accountsCount}`;
  const account = JSON.parse(documents.get(id) ?? '{}') as { balance: number };
  const stock = JSON.parse(documents.get(`s${at % accountsCount}`) ?? '{}') as { left: number };
  const entry = entryOf(at, id);
  await documents.batch(() => {
    void documents.put(String(entry['_id']), JSON.stringify(entry));
    void order.put(`entries${at}`, String(entry['_id']));
    void documents.put(id, JSON.stringify({ ...account, balance: account.balance - 10, seq: at }));
    void documents.put(`s${at % accountsCount}`, JSON.stringify({ ...stock, left: stock.left - 1 }));
  });
}
