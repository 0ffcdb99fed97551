import { open, type Database, type RootDatabase } from 'lmdb';
import { mkdirSync } from 'node:fs';

/** One row to write: a value to keep, or `null` to remove the row. */
export type RowWrite =
  | { readonly table: 'documents'; readonly key: Buffer; readonly value: string | null }
  | { readonly table: 'order' | 'rows'; readonly key: Buffer; readonly value: Buffer | null }
  | { readonly table: 'meta'; readonly key: string; readonly value: string | null };

/** The tables on disk: documents by id, document keys by insertion order, index rows, and what the engine must remember. */
export interface Store {
  readonly documents: Database<string, Buffer>;
  readonly order: Database<Buffer, Buffer>;
  readonly rows: Database<Buffer, Buffer>;
  readonly meta: Database<string, string>;
  /** Writes all rows or none. Resolves when they are on disk; later reads in this process see them. */
  write(rows: readonly RowWrite[]): Promise<void>;
  /** Copies the whole store to another folder, consistent, while it is in use. */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Most the file may grow to. Address space only: the file is as large as its content. */
const mapSizeBytes = 64 * 1024 ** 3;

/** Opens (and makes, if absent) the tables in a folder. */
export function openStore(folder: string, options: { readonly readOnly?: boolean } = {}): Store {
  const readOnly = options.readOnly ?? false;
  if (!readOnly) mkdirSync(folder, { recursive: true });
  // `overlappingSync: false`: a write resolves only when it is synced, and a reopened file is never rolled back to an older state.
  // `noSubdir: false`: a folder whose name has a dot is a folder all the same.
  const root = open({
    path: folder,
    noSubdir: false,
    overlappingSync: false,
    maxDbs: 8,
    mapSize: mapSizeBytes,
    readOnly,
    encoding: 'string',
  });
  const tables = openTables(root);
  return {
    ...tables,
    async write(rows) {
      await root.batch(() => {
        for (const row of rows) writeRow(tables, row);
      });
      // A cached reader from before this write would go on showing the old state.
      root.resetReadTxn();
    },
    backup: (target) => root.backup(target, true),
    close: () => root.close(),
  };
}

type Tables = Pick<Store, 'documents' | 'order' | 'rows' | 'meta'>;

function openTables(root: RootDatabase): Tables {
  return {
    documents: root.openDB<string, Buffer>({ name: 'documents', encoding: 'string', keyEncoding: 'binary' }),
    order: root.openDB<Buffer, Buffer>({ name: 'order', encoding: 'binary', keyEncoding: 'binary' }),
    rows: root.openDB<Buffer, Buffer>({ name: 'rows', encoding: 'binary', keyEncoding: 'binary' }),
    meta: root.openDB<string, string>({ name: 'meta', encoding: 'string' }),
  };
}

function writeRow(tables: Tables, row: RowWrite): void {
  switch (row.table) {
    case 'documents':
      void (row.value === null ? tables.documents.remove(row.key) : tables.documents.put(row.key, row.value));
      return;
    case 'meta':
      void (row.value === null ? tables.meta.remove(row.key) : tables.meta.put(row.key, row.value));
      return;
    default:
      void (row.value === null ? tables[row.table].remove(row.key) : tables[row.table].put(row.key, row.value));
  }
}
