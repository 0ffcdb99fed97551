import { openCloud, type LocalCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { MongoClient, ObjectId, type Collection } from 'mongodb';
import { freshFolder } from './openScriptCloud';

interface Row {
  readonly _id: string;
  readonly at: number;
  readonly card: number;
}

const numbered = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ _id: `r${at}`, at, card: at }));

describe("MongoDB's tools on the embedded data", () => {
  const dataDir = freshFolder();
  let cloud: LocalCloud;
  let client: MongoClient;
  let rows: Collection<Row>;
  beforeAll(async () => {
    const collections = [{ name: 'rows', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] }] as const;
    cloud = await openCloud({ dataDir, collections, functions: [], mongoPort: 0 });
    client = await MongoClient.connect(String(cloud.mongoUrl));
    rows = client.db().collection<Row>('rows');
  });
  afterAll(async () => {
    await client.close();
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('takes documents under object ids, which tools give to those that have none', async () => {
    const plain = client.db().collection('rows');
    const { insertedId } = await plain.insertOne({ n: 7 });
    expect(insertedId).toBeInstanceOf(ObjectId);
    expect(await plain.findOne({ _id: insertedId })).toEqual({ _id: insertedId, n: 7 });
    expect(await plain.updateOne({ _id: insertedId }, { $inc: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
    expect(await cloud.data.find('rows', { n: 8 })).toHaveLength(1);
    expect(await plain.deleteOne({ _id: insertedId })).toMatchObject({ deletedCount: 1 });
  });

  it('tells tools how a search is served, and how much there is', async () => {
    await rows.insertMany(numbered(12));
    const plan = async (filter: object): Promise<unknown> =>
      ((await rows.find(filter).explain('executionStats')) as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan;
    expect(await plan({ card: 3 })).toMatchObject({ inputStage: { stage: 'IXSCAN', indexName: 'card', keyPattern: { card: 1 } } });
    expect(await plan({ _id: 'r3' })).toMatchObject({ inputStage: { indexName: '_id_' } });
    expect(await plan({ at: 3 })).toMatchObject({ stage: 'COLLSCAN' });
    const explained = rows.aggregate([{ $match: { card: { $lt: 3 } } }]).explain('executionStats');
    expect(await explained).toMatchObject({ executionStats: { nReturned: 3 } });
    expect(await client.db().stats()).toMatchObject({ collections: 1, objects: 12, indexes: 2 });
    const counted = await rows.aggregate([{ $collStats: { storageStats: {} } }, { $project: { n: '$storageStats.count' } }]).toArray();
    expect(counted).toEqual([{ n: 12 }]);
    expect((await rows.aggregate([{ $indexStats: {} }]).toArray()).map((one) => one['name'])).toEqual(['_id_', 'card']);
    expect(await client.db().admin().listDatabases({ nameOnly: true })).toMatchObject({ databases: [{ name: 'local-cloud' }] });
  });

  it('finds, changes and removes by any filter inside a transaction, its own writes included', async () => {
    await rows.deleteMany({});
    await rows.insertMany(numbered(4));
    await client.withSession(async (session) => {
      session.startTransaction();
      await rows.insertOne({ _id: 'own', at: 9, card: 9 }, { session });
      const late = await rows
        .find({ at: { $gte: 2 } }, { session })
        .sort({ at: -1 })
        .limit(2)
        .toArray();
      expect(late.map((row) => row.at)).toEqual([9, 3]);
      expect(await rows.updateMany({ at: { $gte: 3 } }, { $inc: { at: 10 } }, { session })).toMatchObject({ modifiedCount: 2 });
      expect(await rows.deleteMany({ at: { $lt: 2 } }, { session })).toMatchObject({ deletedCount: 2 });
      expect(await rows.updateOne({ at: 99 }, { $set: { at: 1 } }, { session })).toMatchObject({ matchedCount: 0 });
      await session.commitTransaction();
    });
    expect((await rows.find({}).toArray()).map((row) => row.at)).toEqual([2, 13, 19]);
  });
});
