import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHistory } from './engine/history';
import { createLocks } from './engine/createLocks';
import { createReaders } from './engine/createReaders';
import type { EngineCore } from './engine/core';
import { collectionOf } from './engine/core';
import { countDocuments, findDocuments } from './engine/findDocuments';
import { readCollections } from './engine/openCatalog';
import { openJournal } from './engine/openJournal';
import { openStore } from './engine/openStore';
import { parseDocument } from './engine/parseText';

/** What to look at: a collection and a query in extended JSON; nothing gives the list of collections. */
export interface InspectRequest {
  readonly dataDir: string;
  readonly collection?: string;
  readonly query?: string;
  readonly limit: number;
}

/** Looks into a data folder, also while a cloud uses it, and gives lines to print. Changes nothing. */
export async function inspect(request: InspectRequest): Promise<string[]> {
  if (!existsSync(join(request.dataDir, 'data.mdb'))) throw new Error(`There is no data in ${request.dataDir}.`);
  const store = openStore(request.dataDir, { readOnly: true });
  try {
    const core: EngineCore = {
      store,
      journal: openJournal(store),
      locks: createLocks(),
      history: createHistory(),
      readers: createReaders(),
      collections: readCollections(store),
      mode: 'eager',
      databaseName: 'inspect',
    };
    return request.collection === undefined ? await listCollections(core) : await listDocuments(core, request, request.collection);
  } finally {
    await store.close();
  }
}

async function listCollections(core: EngineCore): Promise<string[]> {
  const lines: string[] = [];
  for (const info of core.collections.values()) {
    const count = await countDocuments(core, info, {});
    const indexes = info.indexes.map((index) => `${index.name}${index.unique ? ' (unique)' : ''}`).join(', ');
    lines.push(`${info.name}\t${count} documents${indexes === '' ? '' : `\tindexes: ${indexes}`}`);
  }
  return lines.length === 0 ? ['There are no collections yet.'] : lines;
}

async function listDocuments(core: EngineCore, request: InspectRequest, name: string): Promise<string[]> {
  const filter = parseDocument(request.query ?? '{}');
  const found = await findDocuments(core, collectionOf(core, name), { filter, limit: request.limit });
  return found.map((item) => item.text);
}
