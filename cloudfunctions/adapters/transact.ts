import { refuse, type Outcome, type Refusal } from '@shared/kernel/refusal';
import type { CollectionName, Documents } from './documents';
import { beforeWriting } from './onlyRepeats';
import { sdkDatabase, type SdkTransaction } from './sdk';

/** How often a transaction is tried before the caller is told to come back. */
export const transactionTriesMax = 8;
const jitterStepMs = 12;

/** What a use case may do inside a transaction: by document id only, as the platform demands. */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>;
  /** Adds documents that must not exist yet, in one operation. */
  add<C extends CollectionName>(collection: C, documents: readonly Documents[C][]): Promise<void>;
  /** Writes one whole document, new or not. */
  put<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void>;
  /** Removes a document: for what people have a right to have erased; one that is not there is no matter. */
  remove(collection: CollectionName, id: string): Promise<void>;
}

/** A way to run one command's transaction: by itself, or together with others. */
export type RunTransaction = <Result extends Outcome<unknown, string>>(
  work: (transaction: Transaction) => Promise<Result>,
) => Promise<Result | Busy>;

interface Busy {
  readonly ok: false;
  readonly refusal: Refusal<'busy.tryAgain'>;
}

/**
 * Runs `work` in a transaction and commits what it accepts; a refusal rolls back and nothing is written.
 * A conflict or a duplicate id begins the whole transaction again, at most 8 times with jitter, then `busy.tryAgain`.
 * `work` may run more than once: times, ids and random numbers are made before it.
 */
export async function transact<Result extends Outcome<unknown, string>>(
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result | Busy> {
  for (let attempt = 1; attempt <= transactionTriesMax; attempt += 1) {
    const transaction = await sdkDatabase.startTransaction();
    try {
      const outcome = await work(inTransaction(transaction));
      if (outcome.ok) await transaction.commit();
      else await transaction.rollback();
      return outcome;
    } catch (error) {
      await abandon(transaction);
      if (!isContention(error)) throw error;
      await pause(attempt);
    }
  }
  return refuse('busy.tryAgain');
}

function inTransaction(transaction: SdkTransaction): Transaction {
  return {
    async get(collection, id) {
      const { data } = await transaction.collection(collection).doc(id).get();
      return (data as Documents[typeof collection] | null | undefined) ?? null;
    },
    async add(collection, documents) {
      if (documents.length === 0) return;
      beforeWriting();
      await transaction.collection(collection).add({ data: [...documents] });
    },
    async remove(collection, id) {
      beforeWriting();
      await transaction.collection(collection).doc(id).remove();
    },
    async put(collection, { _id, ...data }) {
      beforeWriting();
      await transaction.collection(collection).doc(_id).set({ data });
    },
  };
}

/** The SDK loses the code of a conflict (it arrives as −501001), so its text is what tells. */
function isContention(error: unknown): boolean {
  const text = error instanceof Error ? error.message : JSON.stringify(error);
  return /TransactionConflict|DATABASE_TRANSACTION_CONFLICT|TransactionNotExist|WriteConflict|E11000/.test(text);
}

async function abandon(transaction: SdkTransaction): Promise<void> {
  try {
    await transaction.rollback();
  } catch {
    // The platform has already ended it: after a conflict there is nothing left to roll back.
  }
}

async function pause(attempt: number): Promise<void> {
  const waitMs = Math.random() * jitterStepMs * 2 ** Math.min(attempt, 5);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
}
