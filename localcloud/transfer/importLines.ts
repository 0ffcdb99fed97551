import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDocument, type Document } from '../engine/document';
import { idOf } from '../engine/catalog';
import type { IndexSpec } from '../engine/openCatalog';
import type { Engine } from '../engine/openEngine';
import { parseText } from '../engine/parseText';
import type { TransferCount } from '../types';

/** Documents that are written together. */
const groupCount = 500;

interface Progress {
  readonly engine: Engine;
  group: { readonly collection: string; readonly document: Document }[];
  collections: number;
  documents: number;
}

/**
 * Reads lines as an export writes them and gives their numbers. Collections and indexes that are missing are made; a document takes
 * the place of one with its `_id`; everything else stays. Doing it twice changes nothing more.
 * Refuses a line it cannot read, by its number; what came before it is then already there.
 */
export async function importLines(engine: Engine, file: string): Promise<TransferCount> {
  const progress: Progress = { engine, group: [], collections: 0, documents: 0 };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') await take(progress, readLine(line, number));
  }
  await flush(progress);
  return { collections: progress.collections, documents: progress.documents };
}

type Line =
  { readonly collection: string; readonly indexes: readonly IndexSpec[] } | { readonly collection: string; readonly document: Document };

function readLine(line: string, number: number): Line {
  try {
    const value = parseText(line);
    if (isDocument(value) && typeof value['collection'] === 'string') {
      const { collection, document, indexes } = value;
      if (isDocument(document)) return { collection, document };
      if (Array.isArray(indexes)) return { collection, indexes: indexes as readonly IndexSpec[] };
    }
  } catch {
    // Said below, with the number of the line.
  }
  throw new Error(`Line ${number} is neither a collection nor a document of an export.`);
}

async function take(progress: Progress, line: Line): Promise<void> {
  const { engine } = progress;
  if ('document' in line) {
    progress.group.push(line);
    if (progress.group.length >= groupCount) await flush(progress);
    return;
  }
  await flush(progress);
  if (!engine.collections().some((info) => info.name === line.collection)) await engine.createCollection(line.collection);
  if (line.indexes.length > 0) await engine.createIndexes(line.collection, line.indexes);
  progress.collections += 1;
}

/** All of a group are decided in the order of the file and go to disk together. */
async function flush(progress: Progress): Promise<void> {
  const group = progress.group;
  progress.group = [];
  await Promise.all(
    group.map(({ collection, document }) => {
      const { _id, ...content } = document;
      return progress.engine.replace(collection, idOf({ _id }), content);
    }),
  );
  progress.documents += group.length;
}
