/** What a worker is told when it starts. */
export interface WorkerSetup {
  readonly directory: string;
  readonly transport: 'port' | 'http';
  /** The clock's offset, see createClock. */
  readonly clockMemory: SharedArrayBuffer;
}

/** What the cloud says to a worker. `eventText` and `answerText` are JSON. */
export type ToWorker =
  | {
      readonly kind: 'invoke';
      readonly eventText: string;
      readonly env: Readonly<Record<string, string>>;
      readonly context: FunctionContext;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answerText: string };

/** What a worker says to the cloud. `resultText` and `requestText` are JSON. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly resultText: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  | { readonly kind: 'request'; readonly id: number; readonly requestText: string };

/** The second argument of a function. */
export interface FunctionContext {
  readonly request_id: string;
  readonly function_name: string;
  readonly function_version: string;
  readonly namespace: string;
  readonly memory_limit_in_mb: number;
  readonly time_limit_in_ms: number;
}
