import { openCloud, type LocalCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { Binary, Decimal128, Long, MongoClient, type ClientSession, type Collection } from 'mongodb';
import { freshFolder } from './openScriptCloud';

interface Row {
  readonly _id: string;
  readonly n?: number;
  readonly at?: number | Date;
  readonly card?: unknown;
  readonly kind?: string;
  readonly wide?: unknown;
  readonly same?: number;
}

const dataDir = freshFolder();
const declared = { name: 'rows', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] } as const;
let cloud: LocalCloud;
let client: MongoClient;
let rows: Collection<Row>;

const open = (port: number): Promise<LocalCloud> => openCloud({ dataDir, collections: [declared], functions: [], mongoPort: port });
const numbered = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ _id: `r${at}`, at, card: at }));

beforeAll(async () => {
  cloud = await open(0);
  client = await MongoClient.connect(String(cloud.mongoUrl));
  rows = client.db().collection<Row>('rows');
});
afterAll(async () => {
  await client.close();
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await rows.deleteMany({});
});

describe("MongoDB's driver on the embedded data", () => {
  it('sees what the cloud keeps, and the cloud sees what it writes', async () => {
    await cloud.data.insert('rows', [{ _id: 'a', n: 1, card: 1 }]);
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1, card: 1 });
    await rows.updateOne({ _id: 'a' }, { $inc: { n: 4 } });
    expect(await cloud.data.find('rows')).toEqual([{ _id: 'a', n: 5, card: 1 }]);
  });

  it('keeps every kind of value', async () => {
    const row = {
      _id: 'v',
      big: 2 ** 45,
      wide: Long.fromString('9007199254740993'),
      price: Decimal128.fromString('1.50'),
      bytes: new Binary(Buffer.from([0, 1, 255])),
      at: new Date(5),
      pattern: /a.c/im,
      none: null,
      list: [1, [2, { three: 3.5 }]],
    };
    await rows.insertOne(row);
    expect(await rows.findOne({ _id: 'v' })).toEqual(row);
  });

  it('reads many documents in batches, in the order of their insertion', async () => {
    await rows.insertMany(numbered(2_345));
    const ids = (await rows.find({}, { batchSize: 100 }).toArray()).map((row) => row['at']);
    expect(ids).toEqual(Array.from({ length: 2_345 }, (_, at) => at));
    const backwards = await rows.find({}).sort({ $natural: -1 }).skip(1).limit(2).toArray();
    expect(backwards.map((row) => row['at'])).toEqual([2_343, 2_342]);
    expect(await rows.countDocuments({ at: { $lt: 10 } })).toBe(10);
  });

  it('fetches documents that together exceed one message, and forgets a cursor that is closed early', async () => {
    const wide = 'x'.repeat(5 * 1024 ** 2);
    for (const _id of ['a', 'b', 'c', 'd']) await rows.insertOne({ _id, wide, card: _id });
    expect((await rows.find({}).toArray()).map((row) => row._id)).toEqual(['a', 'b', 'c', 'd']);
    const cursor = rows.find({}, { batchSize: 1 });
    await cursor.next();
    const { id } = cursor;
    await cursor.close();
    await expect(client.db().command({ getMore: id, collection: 'rows' })).rejects.toMatchObject({ code: 43 });
  });

  it('refuses a duplicate by number and sentence, and puts in the rest when order does not matter', async () => {
    await rows.insertOne({ _id: 'a', card: 1 });
    await expect(rows.insertOne({ _id: 'b', card: 1 })).rejects.toMatchObject({
      code: 11000,
      message: expect.stringContaining('index: card dup key: { card: 1 }'),
    });
    const several = [{ _id: 'a' }, { _id: 'c', card: 2 }, { _id: 'd', card: 1 }, { _id: 'e', card: 3 }];
    await expect(rows.insertMany(several, { ordered: false })).rejects.toMatchObject({
      insertedCount: 2,
      writeErrors: [{ index: 0 }, { index: 2 }],
    });
    expect(await rows.distinct('card')).toEqual([1, 2, 3]);
  });

  it('upserts, replaces, and gives a document before or after its change', async () => {
    expect(await rows.updateOne({ _id: 'u', kind: 'k' }, { $set: { n: 1 }, $setOnInsert: { card: 'u' } }, { upsert: true })).toMatchObject({
      matchedCount: 0,
      upsertedId: 'u',
    });
    expect(await rows.findOne({})).toEqual({ _id: 'u', kind: 'k', n: 1, card: 'u' });
    expect(await rows.replaceOne({ kind: 'k' }, { n: 2 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await rows.findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } })).toEqual({ _id: 'u', n: 2 });
    expect(await rows.findOneAndUpdate({ n: 3 }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({ _id: 'u', n: 4 });
    expect(await rows.findOneAndDelete({ n: 4 })).toEqual({ _id: 'u', n: 4 });
    expect(await rows.findOneAndUpdate({ n: 4 }, { $inc: { n: 1 } })).toBeNull();
  });

  it('refuses to make a collection by writing, and makes, indexes and drops one when told', async () => {
    const made = client.db().collection<Row>('made');
    await expect(made.insertOne({ _id: 'a' })).rejects.toMatchObject({ code: 26 });
    await client.db().createCollection('made');
    await expect(client.db().createCollection('made')).rejects.toMatchObject({ code: 48 });
    await made.insertMany(numbered(3));
    await made.createIndex({ at: -1 }, { name: 'at', unique: true }, {});
    await expect(made.insertOne({ _id: 'x', at: 1 })).rejects.toMatchObject({ code: 11000 });
    expect((await made.indexes()).map((index) => index.name)).toEqual(['_id_', 'at']);
    await made.updateMany({}, { $set: { same: 1 } });
    await expect(made.createIndex({ same: 1 }, { name: 'same', unique: true }, {})).rejects.toMatchObject({ code: 11000 });
    await made.drop();
    await expect(rows.drop()).rejects.toMatchObject({ message: expect.stringContaining('declared') });
    expect((await client.db().listCollections().toArray()).map((info) => info.name)).toEqual(['rows']);
  });

  it('says what it cannot do instead of doing something else', async () => {
    await expect(rows.find({}, { collation: { locale: 'zh' } }).toArray()).rejects.toMatchObject({
      message: expect.stringContaining('collation'),
    });
    await expect(rows.createIndex({ card: 'text' }, {}, {})).rejects.toMatchObject({ message: expect.stringContaining('not offered') });
    await expect(rows.updateOne({}, [{ $set: { a: 1 } }])).rejects.toMatchObject({ message: expect.stringContaining('not offered') });
    await expect(client.db().command({ mapReduce: 'rows' })).rejects.toMatchObject({ code: 59 });
  });
});

describe("MongoDB's transactions on the embedded data", () => {
  const inSession = <T>(work: (session: ClientSession) => Promise<T>): Promise<T> => client.withSession(work);

  it('lets the second writer of one document fail at once, by the number and label a driver knows', async () => {
    await rows.insertOne({ _id: 'a', n: 0 });
    await inSession(async (first) => {
      await inSession(async (second) => {
        first.startTransaction();
        second.startTransaction();
        await rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: first });
        const refused = rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: second });
        await expect(refused).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
        await second.abortTransaction();
        await first.commitTransaction();
      });
    });
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1 });
  });

  it('counts everybody when the driver tries conflicting transactions again', async () => {
    await rows.insertOne({ _id: 'a', n: 0 });
    const add = (): Promise<unknown> =>
      inSession((session) => session.withTransaction(() => rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session })));
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 8 });
  });

  it('leaves nothing of a transaction that is rolled back, or whose session ends', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await rows.insertOne({ _id: 'a' }, { session });
      await session.abortTransaction();
      session.startTransaction();
      await rows.insertOne({ _id: 'b' }, { session });
    });
    expect(await rows.countDocuments()).toBe(0);
  });

  it('takes a write that is sent twice once, and gives the same answer', async () => {
    await rows.insertOne({ _id: 'a', n: 0 });
    const lsid = { id: new Binary(Buffer.alloc(16, 7), Binary.SUBTYPE_UUID) };
    const write = { update: 'rows', updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }], lsid, txnNumber: Long.fromNumber(1) };
    const answers = [await client.db().command(write), await client.db().command(write)];
    expect(answers.map((answer) => answer['nModified'])).toEqual([1, 1]);
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1 });
  });
});

describe("the wire server's door", () => {
  it('closes the connection of whoever speaks another protocol, such as a browser', async () => {
    const { port, hostname } = new URL(String(cloud.mongoUrl));
    const socket = connect(Number(port), hostname);
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk)).on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((done) => socket.once('close', done));
    expect(Buffer.concat(heard)).toHaveLength(0);
  });

  it('is found again after a restart; a transaction that was open then may be tried again', async () => {
    await rows.insertOne({ _id: 'a', n: 1 });
    const port = Number(new URL(String(cloud.mongoUrl)).port);
    const session = client.startSession();
    session.startTransaction();
    await rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await cloud.close();
    cloud = await open(port);
    const lost = rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await expect(lost).rejects.toMatchObject({ errorLabelSet: new Set(['TransientTransactionError']) });
    await session.endSession();
    expect(await rows.findOne({ _id: 'a' })).toEqual({ _id: 'a', n: 1 });
    await rows.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
    expect(await cloud.data.find('rows')).toEqual([{ _id: 'a', n: 2 }]);
  });
});
