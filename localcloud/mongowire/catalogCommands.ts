import { Binary } from 'bson';
import { createHash } from 'node:crypto';
import type { CollectionInfo } from '../engine/catalog';
import type { Document } from '../engine/document';
import { makeMatcher } from '../engine/makeMatcher';
import type { IndexDirection } from '../engine/indexRows';
import type { IndexSpec } from '../engine/openCatalog';
import { documentIn, documentsIn, isThere, namespaceOf, numberIn, textIn, type WireCommand, type WireContext } from './wireCommand';
import { wireFault } from './wireFault';

/** `listCollections`. */
export const listCollections: WireCommand = (command, context) => {
  const all = command['$db'] === context.databaseName ? context.engine.collections() : [];
  const listed = all.map((info) => describe(info.name)).filter(makeMatcher(documentIn(command, 'filter')));
  const documents = command['nameOnly'] === true ? listed.map(({ name, type }) => ({ name, type })) : listed;
  const batchCount = numberIn(documentIn(command, 'cursor'), 'batchSize');
  return { cursor: context.cursors.open(namespaceOf(context, '$cmd.listCollections'), documents, batchCount) };
};

/** A collection's number of its own (uuid) is made from its name, so that it is the same at every start. */
function describe(name: string): Document {
  const uuid = new Binary(createHash('sha256').update(name).digest().subarray(0, 16), Binary.SUBTYPE_UUID);
  return { name, type: 'collection', options: {}, info: { readOnly: false, uuid }, idIndex: { v: 2, key: { _id: 1 }, name: '_id_' } };
}

/** `listIndexes`. */
export const listIndexes: WireCommand = (command, context) => {
  const collection = textIn(command, 'listIndexes');
  if (!isThere(command, context, collection)) throw missing(context, collection);
  const info = context.engine.collection(collection);
  const documents = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...info.indexes.map(describeIndex)];
  const batchCount = numberIn(documentIn(command, 'cursor'), 'batchSize');
  return { cursor: context.cursors.open(namespaceOf(context, collection), documents, batchCount) };
};

function describeIndex({ name, fields, unique }: CollectionInfo['indexes'][number]): Document {
  const key = Object.fromEntries(fields.map((field) => [field.path, field.direction]));
  return { v: 2, key, name, ...(unique ? { unique: true } : {}) };
}

/** `create`. Refuses one that exists. */
export const create: WireCommand = async (command, context) => {
  const collection = textIn(command, 'create');
  if (command['$db'] !== context.databaseName) throw wireFault('BadValue', `there is one database here: ${context.databaseName}`);
  if (isThere(command, context, collection)) {
    throw wireFault('NamespaceExists', `Collection ${namespaceOf(context, collection)} already exists.`);
  }
  await context.engine.createCollection(collection);
  return {};
};

/** `drop`: a collection made on demand, with its documents. */
export const drop: WireCommand = async (command, context) => {
  const collection = textIn(command, 'drop');
  if (!isThere(command, context, collection)) throw missing(context, collection);
  await context.engine.dropCollection(collection);
  return { ns: namespaceOf(context, collection) };
};

/** `createIndexes`. The collection must exist. Refuses the kinds of index the engine has not. */
export const createIndexes: WireCommand = async (command, context) => {
  const collection = textIn(command, 'createIndexes');
  if (!isThere(command, context, collection)) throw missing(context, collection);
  const before = context.engine.collection(collection).indexes.length;
  await context.engine.createIndexes(collection, documentsIn(command, 'indexes').map(readIndex));
  const after = context.engine.collection(collection).indexes.length;
  return { numIndexesBefore: before + 1, numIndexesAfter: after + 1, createdCollectionAutomatically: false };
};

const offered: readonly string[] = ['key', 'name', 'unique', 'v', 'background', '2dsphereIndexVersion'];

function readIndex(spec: Document): IndexSpec {
  const odd = Object.keys(spec).find((name) => !offered.includes(name) && spec[name] !== false);
  if (odd !== undefined) throw wireFault('BadValue', `indexes with ${odd} are not offered`);
  const keys: Record<string, IndexDirection> = {};
  for (const [path, direction] of Object.entries(documentIn(spec, 'key'))) {
    if (direction !== 1 && direction !== -1 && direction !== '2dsphere')
      throw wireFault('BadValue', `an index by ${String(direction)} is not offered`);
    keys[path] = direction;
  }
  return { name: textIn(spec, 'name'), keys, unique: spec['unique'] === true };
}

function missing(context: WireContext, collection: string): Error {
  return wireFault('NamespaceNotFound', `ns does not exist: ${namespaceOf(context, collection)}`);
}
