import type { Action } from './action';
import { textField } from './readRequest';

/** `startTransaction`: gives its id. */
export const startTransaction: Action = async (_request, context, source) => ({
  transactionId: context.engine.transactions.start(source.worker),
});

/** `commit`: resolves when the transaction is on disk. */
export const commitTransaction: Action = async (request, context) => {
  await context.engine.transactions.commit(textField(request, 'transactionId'));
  return {};
};

/** `rollback`: one that is already over is no error. */
export const abortTransaction: Action = async (request, context) => {
  await context.engine.transactions.abort(textField(request, 'transactionId'));
  return {};
};
