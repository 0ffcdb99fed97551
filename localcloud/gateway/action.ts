import type { Engine } from '../engine/openEngine';
import type { WireRequest } from './readRequest';

/** Where a request comes from: a worker of the local cloud, or (absent) a program that speaks the wire by itself. */
export interface RequestSource {
  readonly worker?: string;
}

/** What an action works with. */
export interface GatewayContext {
  readonly engine: Engine;
  nowMs(): number;
  /** Runs a function on behalf of the function that runs in `source`; gives the result as JSON text. */
  invoke(functionName: string, eventText: string, source: RequestSource): Promise<string>;
  /** Whether `where().get()` is let through inside a transaction. Absent: it is refused. */
  readonly whereInTransactions?: boolean;
  /** Hears of every request before it is handled. */
  onRequest?(action: string, source: RequestSource): void;
}

/** One action of the wire. What it gives goes into the answer beside `requestId`. */
export type Action = (request: WireRequest, context: GatewayContext, source: RequestSource) => Promise<Readonly<Record<string, unknown>>>;

/** An answer as the SDK reads it; a `code` makes it an error. */
export type WireAnswer = Readonly<Record<string, unknown>> & { readonly requestId: string };
