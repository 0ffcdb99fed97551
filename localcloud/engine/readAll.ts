import { collectionRange } from './candidates';
import { readStored, type CollectionInfo } from './catalog';
import type { Store } from './openStore';

/** A document with the name of its collection; the text is extended JSON. */
export interface FiledDocument {
  readonly collection: string;
  readonly text: string;
}

/**
 * All documents of all collections as of one moment, however long the reading takes and whatever is written meanwhile; each
 * collection in the order of insertion. Ends its reading when the caller stops early, too.
 */
export function* readAll(store: Store, collections: Iterable<CollectionInfo>): Generator<FiledDocument> {
  const transaction = store.documents.useReadTransaction();
  try {
    for (const info of collections) {
      for (const { value: key } of store.order.getRange({ ...collectionRange(info), transaction })) {
        const value = store.documents.get(key, { transaction });
        if (value !== undefined) yield { collection: info.name, text: readStored(value).text };
      }
    }
  } finally {
    transaction.done();
  }
}
