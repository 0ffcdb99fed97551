import { cloudFault } from '../cloudFault';
import type { FindRequest, FoundDocument } from '../engine/findDocuments';
import type { GatewayContext } from './action';

/**
 * What a filter finds inside a transaction, its own changes included. Refused unless asked for (`whereInTransactions`): the platform
 * documents reads by id only, although its SDK's public tests find by conditions too.
 */
export async function findInside(
  context: GatewayContext,
  collection: string,
  transaction: string,
  request: FindRequest,
): Promise<readonly FoundDocument[]> {
  if (context.whereInTransactions !== true) {
    const sentence = 'a transaction works by document id only: where() is refused inside one, unless whereInTransactions is set';
    throw cloudFault('DATABASE_REQUEST_FAILED', sentence);
  }
  return context.engine.transactions.find(transaction, context.engine.collection(collection), request);
}
