import type { CloudFault } from '../cloudFault';
import type { FunctionSpec } from '../types';
import type { FunctionContext, WorkerSetup } from './messages';

/** One call waiting for a worker, or running in one. */
export interface PoolCall {
  readonly eventText: string;
  readonly env: Readonly<Record<string, string>>;
  readonly context: FunctionContext;
}

/** How a pool is set up. */
export interface PoolOptions {
  readonly spec: FunctionSpec;
  readonly workersMax: number;
  readonly workerFile: string;
  readonly setup: Omit<WorkerSetup, 'directory' | 'memoryMaxBytes'>;
  /** Environment of a worker, given its name. */
  readonly envOf: (worker: string) => Record<string, string>;
  /** Answers a request of the SDK; takes and gives JSON text. */
  readonly answer: (requestText: string, worker: string) => Promise<string>;
  readonly onLine: (text: string, call: PoolCall | undefined) => void;
  /** Hears that a worker is gone, so that what it held can be let go. */
  readonly onGone: (worker: string) => void;
}

/** A call with whoever waits for its result. */
export interface Job {
  readonly call: PoolCall;
  readonly resolve: (resultText: string) => void;
  readonly reject: (fault: CloudFault) => void;
}
