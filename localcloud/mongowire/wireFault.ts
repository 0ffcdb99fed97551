import { isCloudFault } from '../cloudFault';
import type { Document } from '../engine/document';

/** An error as a MongoDB server answers it: a number, its name, a sentence, and labels that tell a driver what it may do. */
export interface WireFault extends Error {
  readonly wireCode: number;
  readonly codeName: string;
  readonly labels: readonly string[];
}

/** MongoDB's errors used here, by name. Source: MongoDB's manual, "Error Codes". */
const codes = {
  InternalError: 1,
  BadValue: 2,
  NamespaceNotFound: 26,
  CursorNotFound: 43,
  NamespaceExists: 48,
  CommandNotFound: 59,
  WriteConflict: 112,
  NoSuchTransaction: 251,
  OperationNotSupportedInTransaction: 263,
  DuplicateKey: 11000,
} as const;

/** The name of an error a MongoDB server may answer with. */
export type WireFaultName = keyof typeof codes;

const transient = ['TransientTransactionError'];

/** Makes an error to answer with. After a write conflict and a transaction that is gone, the whole transaction may be tried again. */
export function wireFault(codeName: WireFaultName, message: string): WireFault {
  const labels = codeName === 'WriteConflict' || codeName === 'NoSuchTransaction' ? transient : [];
  return Object.assign(new Error(message), { wireCode: codes[codeName], codeName, labels });
}

/** The error a MongoDB server would answer with for what the engine threw. */
export function toWireFault(thrown: unknown): WireFault {
  if (thrown instanceof Error && 'wireCode' in thrown) return thrown as WireFault;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return wireFault(isCloudFault(thrown) ? nameOf(thrown.code, message) : 'InternalError', message);
}

function nameOf(code: string, message: string): WireFaultName {
  switch (code) {
    case 'DATABASE_TRANSACTION_CONFLICT':
      return 'WriteConflict';
    case 'DATABASE_TRANSACTION_FAIL':
      return 'NoSuchTransaction';
    case 'DATABASE_COLLECTION_NOT_EXIST':
      return 'NamespaceNotFound';
    case 'DATABASE_COLLECTION_EXIST':
      return 'NamespaceExists';
    default:
      return message.includes('E11000') || message.includes('two documents share a value') ? 'DuplicateKey' : 'BadValue';
  }
}

/** The answer of a command that failed as a whole. */
export function faultAnswer(fault: WireFault): Document {
  const labels = fault.labels.length === 0 ? {} : { errorLabels: [...fault.labels] };
  return { ok: 0, errmsg: fault.message, code: fault.wireCode, codeName: fault.codeName, ...labels };
}
