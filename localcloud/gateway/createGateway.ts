import { cloudFault, isCloudFault } from '../cloudFault';
import type { Action, GatewayContext, RequestSource, WireAnswer } from './action';
import {
  addCollection,
  aggregateDocuments,
  calculateDocument,
  insertDocument,
  modifyAndReturnDoc,
  modifyDocument,
  removeDocument,
} from './databaseActions';
import { getDocument } from './getDocument';
import { transactionField, type WireRequest } from './readRequest';
import { abortTransaction, commitTransaction, startTransaction } from './transactionActions';
import { invokeFunction } from './invokeFunction';

/** Answers requests of the SDK's wire. Never rejects: every error becomes an answer with `code` and `message`. */
export type Gateway = (request: WireRequest, source: RequestSource) => Promise<WireAnswer>;

const actions: Readonly<Record<string, Action>> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.addCollection': addCollection,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
  'functions.invokeFunction': invokeFunction,
};

/** Makes a gateway over an engine. `more`: actions beside those of database and functions. */
export function createGateway(context: GatewayContext, more: Readonly<Record<string, Action>> = {}): Gateway {
  const all = { ...actions, ...more };
  let count = 0;
  const boot = Math.floor(context.nowMs()).toString(16);
  return async (request, source) => {
    count += 1;
    const requestId = `${boot}-${count.toString(16)}`;
    try {
      context.onRequest?.(request.action, source);
      const action = Object.hasOwn(all, request.action) ? all[request.action] : undefined;
      if (action === undefined) throw cloudFault('INVALID_PARAM', `unknown action ${request.action}`);
      return { ...(await action(request, context, source)), requestId };
    } catch (thrown) {
      await endTransaction(request, context);
      const fault = isCloudFault(thrown) ? thrown : cloudFault('SYS_ERR', thrown instanceof Error ? thrown.message : String(thrown));
      return { code: fault.code, message: fault.message, requestId };
    }
  };
}

/** Whatever is refused inside a transaction ends it, as in MongoDB: also what never reached the engine. */
async function endTransaction(request: WireRequest, context: GatewayContext): Promise<void> {
  const transaction = transactionField(request);
  if (transaction !== undefined) await context.engine.transactions.abort(transaction);
}
