import { newId } from './gateway/databaseActions';
import type { Engine } from './engine/openEngine';
import type { Document } from './engine/document';
import { idOf, shownId } from './engine/catalog';
import { explainQuery } from './engine/explainQuery';
import { readSort } from './engine/planQuery';
import type { FiledDocument } from './engine/readAll';
import { exportLines } from './transfer/exportLines';
import { importLines } from './transfer/importLines';
import type { CloudClock, CloudData } from './types';

/** Documents one group of a bulk load holds. */
const loadGroupCount = 2000;

/** Gives direct access to an engine's documents. */
export function openData(engine: Engine, clock: CloudClock): CloudData {
  return {
    collections: () => engine.collections().map((info) => ({ name: info.name, indexes: info.indexes.map((index) => index.name) })),
    async find(collection, query = {}, options = {}) {
      const { sort, ...rest } = options;
      const found = await engine.find(collection, { filter: query, sort: readSort(sort), ...rest });
      return found.map((item) => item.document);
    },
    count: (collection, query = {}) => engine.count(collection, query),
    async insert(collection, documents) {
      const whole = documents.map(withId);
      await engine.insert(collection, whole);
      return whole.map((document) => shownId(idOf(document)));
    },
    update: async (collection, query, update) =>
      (await engine.update(collection, { filter: query, update, multi: true, nowMs: clock.nowMs() })).updated,
    remove: (collection, query) => engine.remove(collection, query, true),
    load: (collection, documents) => load(engine, collection, documents),
    explain: (collection, query = {}, sort = {}) => explainQuery(engine.collection(collection), query, readSort(sort)),
    backup: (folder) => engine.backup(folder),
    export: (file) => exportLines({ collections: engine.collections(), documents: engine.readAll?.() ?? readEach(engine) }, file),
    import: (file) => importLines(engine, file),
  };
}

/** One collection after the other, where there is no view of all at one moment. */
async function* readEach(engine: Engine): AsyncGenerator<FiledDocument> {
  for (const { name } of engine.collections()) {
    for (const { text } of await engine.find(name, { filter: {} })) yield { collection: name, text };
  }
}

function withId(document: Document): Document {
  return document['_id'] === undefined ? { ...document, _id: newId() } : document;
}

/** One group is written while the next is gathered. */
async function load(engine: Engine, collection: string, documents: Iterable<Document> | AsyncIterable<Document>): Promise<number> {
  let group: Document[] = [];
  let count = 0;
  let underWay: Promise<void> = Promise.resolve();
  for await (const document of documents) {
    group.push(withId(document));
    count += 1;
    if (group.length < loadGroupCount) continue;
    await underWay;
    underWay = engine.insert(collection, group);
    group = [];
  }
  await underWay;
  if (group.length > 0) await engine.insert(collection, group);
  return count;
}
