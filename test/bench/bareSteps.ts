import { sdkDatabase, type SdkTransaction } from '../../cloudfunctions/adapters/sdk';

/** A document as the bare side handles it: whatever it holds. */
export type Document = Record<string, unknown>;

/** The newest document of a query, by a field; there must be one. */
export async function newest(collection: string, query: Document, order: string, skip = 0): Promise<Document> {
  const { data } = await sdkDatabase
    .collection(collection)
    .where(query)
    .orderBy(order, 'desc')
    .limit(skip + 1)
    .get();
  const found = (data as readonly Document[])[skip];
  if (found === undefined) throw new Error(`The pattern member has nothing in ${collection} yet`);
  return found;
}

/** One document, outside a transaction. */
export async function load(collection: string, id: string): Promise<Document> {
  const { data } = await sdkDatabase.collection(collection).doc(id).get();
  return data as Document;
}

/** One document, inside a transaction. */
export async function read(transaction: SdkTransaction, collection: string, id: string): Promise<Document> {
  const { data } = await transaction.collection(collection).doc(id).get();
  return data as Document;
}

/** Replaces a whole document; its id is not part of what is sent. */
export async function write(transaction: SdkTransaction, collection: string, id: string, content: Document): Promise<void> {
  const data: Document = { ...content };
  delete data['_id'];
  await transaction.collection(collection).doc(id).set({ data });
}

/** The number of the last entry of an account. */
export async function readSeq(transaction: SdkTransaction, accountId: string): Promise<number> {
  const { seq } = await read(transaction, 'accounts', accountId);
  return typeof seq === 'number' ? seq : 0;
}

/** What every posting ends with: entries after the `seq`-th, the account, and the commit. */
export async function post(
  transaction: SdkTransaction,
  accountId: string,
  entries: readonly Document[],
  account: Document,
  seq: number,
): Promise<void> {
  const data = entries.map((entry, index) => {
    const id = `${accountId}:${String(entry['kind'])}:${String(entry['source'])}`;
    return { ...entry, _id: id, accountId, seq: seq + index + 1, at: Date.now() };
  });
  await transaction.collection('entries').add({ data });
  await write(transaction, 'accounts', accountId, { ...account, memberId: accountId, seq: seq + entries.length });
}
