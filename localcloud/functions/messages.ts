/** What a worker is told when it starts. */
export interface WorkerSetup {
  readonly directory: string;
  readonly transport: 'port' | 'http';
  /** The clock's offset, see createClock. */
  readonly clockMemory: SharedArrayBuffer;
  /** What the function may hold: V8's heap and the buffers beside it. */
  readonly memoryMaxBytes: number;
}

/**
 * What the cloud says to a worker: a call (`eventText` is JSON), or the answer to a request as text, the request's number, a space and
 * JSON. Requests and answers are by far the most messages, and text travels with the least ado.
 */
export type ToWorker =
  | {
      readonly kind: 'invoke';
      readonly eventText: string;
      readonly env: Readonly<Record<string, string>>;
      readonly context: FunctionContext;
    }
  | string;

/** What a worker says to the cloud (`resultText` is JSON), or a request as text, see {@link ToWorker}. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'overMemory' }
  | { readonly kind: 'done'; readonly resultText: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  | string;

/** Joins a request's number and JSON to one text, see {@link splitNumbered}. */
export function numberedText(id: number, json: string): string {
  return `${id} ${json}`;
}

/** Splits what {@link numberedText} joined. */
export function splitNumbered(text: string): { readonly id: number; readonly json: string } {
  const space = text.indexOf(' ');
  return { id: Number(text.slice(0, space)), json: text.slice(space + 1) };
}

/** The second argument of a function. */
export interface FunctionContext {
  readonly request_id: string;
  readonly function_name: string;
  readonly function_version: string;
  readonly namespace: string;
  readonly memory_limit_in_mb: number;
  readonly time_limit_in_ms: number;
}
