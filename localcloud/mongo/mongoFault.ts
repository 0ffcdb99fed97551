import { MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { cloudFault, isCloudFault } from '../cloudFault';
import { noSuchCollection } from '../engine/catalog';
import { transactionConflict } from '../engine/createLocks';

/** MongoDB's numbers for the errors told apart here. Source: MongoDB's manual, "Error Codes". */
const permissionCodes: readonly unknown[] = [13, 18];
const noSuchCollectionCode = 26;
const collectionExistsCode = 48;
const writeConflictCode = 112;
const duplicateCodes: readonly unknown[] = [11000, 11001];

/**
 * The platform's error for what the driver threw: a write conflict, or anything a transaction may be tried again after, is the
 * platform's conflict; a duplicate keeps MongoDB's sentence from `E11000` on; what MongoDB refuses keeps its sentence.
 * @param collection the collection worked on, for the sentence about a missing one
 */
export function mongoFault(thrown: unknown, collection: string): Error {
  if (isCloudFault(thrown)) return thrown;
  if (!(thrown instanceof MongoError)) return thrown instanceof Error ? thrown : new Error(String(thrown));
  if (thrown.code === writeConflictCode || thrown.hasErrorLabel('TransientTransactionError')) return transactionConflict();
  if (thrown instanceof MongoNetworkError || thrown instanceof MongoServerSelectionError) {
    return cloudFault('SYS_ERR', `The database cannot be reached: ${thrown.message}`);
  }
  if (duplicateCodes.includes(thrown.code)) return cloudFault('DATABASE_REQUEST_FAILED', duplicateSentence(thrown.message));
  if (permissionCodes.includes(thrown.code)) return cloudFault('DATABASE_PERMISSION_DENIED', thrown.message);
  if (thrown.code === noSuchCollectionCode) return noSuchCollection(collection);
  if (thrown.code === collectionExistsCode) {
    return cloudFault('DATABASE_COLLECTION_EXIST', `[ResourceExist] Table exist: ${collection}.`);
  }
  if (thrown.message.includes('Transaction numbers are only allowed')) {
    return cloudFault('SYS_ERR', 'Transactions need a replica set or a sharded cluster; this MongoDB server stands alone.');
  }
  return cloudFault('DATABASE_REQUEST_FAILED', thrown.message);
}

/** Some commands put their own name before the sentence by which a duplicate is told. */
function duplicateSentence(message: string): string {
  const from = message.indexOf('E11000');
  return from < 0 ? message : message.slice(from);
}
