import { accept, type Outcome } from '@shared/kernel/refusal';
import type { CollectionName, Documents } from './documents';
import { transact, type RunTransaction, type Transaction } from './transact';

type Document = Documents[CollectionName];

/** What a document is to become at the end; null: removed. `isNew` tells an addition, which must not meet an older document. */
interface Staged {
  readonly collection: CollectionName;
  readonly document: Document | null;
  readonly isNew: boolean;
}

type Layer = Map<string, Staged>;

/**
 * Runs several commands of one account in one transaction, one after another: each sees what those before it wrote, and a refused one
 * leaves no trace while the others go on. They read what they share once and write together, one operation a collection for what is new;
 * so a machine's or a file's ten purchases of one card cost little more than one. `run` is given the way to run each command
 * and may be called again from the start; what it gives is committed as a whole, or `busy.tryAgain`.
 */
export function transactTogether<Answer>(run: (attempt: RunTransaction) => Promise<Answer>): Promise<Outcome<Answer, 'busy.tryAgain'>> {
  return transact(async (transaction): Promise<Outcome<Answer, never>> => {
    const staged: Layer = new Map();
    const answer = await run(async (work) => {
      const own: Layer = new Map();
      const outcome = await work(layerOver(layerOver(transaction, staged), own));
      if (outcome.ok) for (const [name, write] of own) stage(staged, name, write);
      return outcome;
    });
    await writeAll(transaction, staged);
    return accept(answer);
  });
}

/** A transaction that keeps its writes in `layer` and reads them back from there. */
function layerOver(below: Transaction, layer: Layer): Transaction {
  const keep = (collection: CollectionName, id: string, document: Document | null, isNew: boolean): void => {
    stage(layer, nameOf(collection, id), { collection, document, isNew });
  };
  return {
    async get(collection, id) {
      const own = layer.get(nameOf(collection, id));
      return own === undefined ? below.get(collection, id) : (own.document as Documents[typeof collection] | null);
    },
    add(collection, documents) {
      for (const document of documents) keep(collection, document._id, document, true);
      return Promise.resolve();
    },
    put(collection, document) {
      keep(collection, document._id, document, false);
      return Promise.resolve();
    },
    remove(collection, id) {
      keep(collection, id, null, false);
      return Promise.resolve();
    },
  };
}

/** Writes over what the layer holds: what was new before it stays new to the store, whatever became of it since. */
function stage(layer: Layer, name: string, write: Staged): void {
  const before = layer.get(name);
  if (write.isNew && before !== undefined && before.document !== null) throw new Error(`${name} was added twice`);
  layer.set(name, { ...write, isNew: before?.isNew ?? write.isNew });
}

async function writeAll(transaction: Transaction, staged: Layer): Promise<void> {
  const added = new Map<CollectionName, Document[]>();
  for (const [name, { collection, document, isNew }] of staged) {
    if (isNew && document !== null) added.set(collection, [...(added.get(collection) ?? []), document]);
    else if (document !== null) await transaction.put(collection, document);
    else if (!isNew) await transaction.remove(collection, idOf(name));
  }
  for (const [collection, documents] of added) await transaction.add(collection, documents);
}

const nameOf = (collection: CollectionName, id: string): string => `${collection} ${id}`;
const idOf = (name: string): string => name.slice(name.indexOf(' ') + 1);
