import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CollectionInfo } from '../engine/catalog';
import type { FiledDocument } from '../engine/readAll';
import type { TransferCount } from '../types';

/** Lines that travel to the file together. */
const linesPerChunk = 256;

/** What an export is made from. */
export interface ExportSource {
  readonly collections: readonly CollectionInfo[];
  readonly documents: Iterable<FiledDocument> | AsyncIterable<FiledDocument>;
}

/**
 * Writes all data to a file as lines of JSON and gives their numbers. First one line for each collection with its indexes,
 * `{"collection": …, "indexes": [{"name", "keys", "unique"}]}`, then one for each document, `{"collection": …, "document": …}`, in
 * extended JSON. Files of the storage are not part of it. Refuses to write over a file that is there.
 */
export async function exportLines(source: ExportSource, file: string): Promise<TransferCount> {
  const count = { collections: source.collections.length, documents: 0 };
  const chunks = async function* (): AsyncGenerator<string> {
    let lines = source.collections.map(collectionLine);
    for await (const { collection, text } of source.documents) {
      lines.push(`{"collection":${JSON.stringify(collection)},"document":${text}}\n`);
      count.documents += 1;
      if (lines.length < linesPerChunk) continue;
      yield lines.join('');
      lines = [];
    }
    yield lines.join('');
  };
  // Wide open permissions would show everybody's data to every user of this machine.
  await pipeline(Readable.from(chunks()), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return count;
}

function collectionLine({ name, indexes }: CollectionInfo): string {
  const told = indexes.map((index) => ({
    name: index.name,
    keys: Object.fromEntries(index.fields.map((field) => [field.path, field.direction])),
    unique: index.unique,
  }));
  return `${JSON.stringify({ collection: name, indexes: told })}\n`;
}
