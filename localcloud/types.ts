import type { CollectionSpec } from './engine/openCatalog';
import type { ConflictMode } from './engine/core';
import type { Explanation } from './engine/explainQuery';
import type { AccountLimits, CheckedWords, MessageTemplate, WechatSide } from './openapi/wechatTypes';

/** Who may call a function from a client: people who are signed in, or nobody (timers and other doors only). */
export type Callers = 'loggedIn' | 'nobody';

/** A timer of a function: seven cron fields (second, minute, hour, day, month, weekday, year) in UTC+8, as the platform reads them. */
export interface TimerSpec {
  readonly name: string;
  readonly cron: string;
}

/** A function as it is deployed: a folder with `index.js`, its limits, who may call it, its timers and environment. */
export interface FunctionSpec {
  readonly name: string;
  readonly directory: string;
  readonly timeoutMs: number;
  readonly memoryMb?: number;
  readonly callers: Callers;
  /** Whether HTTP access is open: anybody may reach it at `/web/<name>`, without identity. Closed when absent. */
  readonly web?: boolean;
  readonly timers?: readonly TimerSpec[];
  readonly env?: Readonly<Record<string, string>>;
  /** Open APIs the function may call, as `permissions.openapi` of its config.json: `subscribeMessage.send`. */
  readonly openapi?: readonly string[];
}

/** A person one may sign in as at the browser's door. For demonstrations on one's own machine only. */
export interface DemoPerson {
  readonly id: string;
  readonly openid: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly note: { readonly zh: string; readonly en: string };
  readonly kind: string;
  /** The phone number they give out when asked; absent: a made-up one. */
  readonly phone?: string;
}

/** How functions reach the gateway: by messages inside the process, or by the SDK's own HTTP. */
export type Transport = 'port' | 'http';

/** What a local cloud is made of. */
export interface CloudOptions {
  /** The folder that holds all data; made if absent. */
  readonly dataDir: string;
  readonly collections: readonly CollectionSpec[];
  readonly functions: readonly FunctionSpec[];
  readonly transport?: Transport;
  readonly conflictMode?: ConflictMode;
  readonly workersPerFunction?: number;
  /** How far the cloud's clock stands ahead of this machine's, in milliseconds. */
  readonly clockOffsetMs?: number;
  readonly listen?: { readonly port: number; readonly host?: string };
  /** A MongoDB server (replica set or sharded cluster) to keep documents in instead of `dataDir`: its connection string. */
  readonly mongoUrl?: string;
  /** A port of this machine (0: any) where MongoDB's tools and drivers may open the data while the cloud runs. Absent: none. */
  readonly mongoPort?: number;
  /** A folder served at `/`. */
  readonly staticDir?: string;
  readonly people?: readonly DemoPerson[];
  /** Templates of subscription messages, as chosen in the platform's console. */
  readonly templates?: readonly MessageTemplate[];
  /** Pages of the published mini-program, the home page first. Absent: every page is believed. */
  readonly pages?: readonly string[];
  /** Words the content check stumbles over. Absent: none. */
  readonly words?: CheckedWords;
  /** What binds the mini-program's account. Absent: a business's, with the platform's limits. */
  readonly account?: AccountLimits;
  /** The function that hears the platform's pushed messages, as chosen in the console. Absent: none does. */
  readonly messagePush?: string;
  /** Environment variables of every function. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether timers run by themselves. Absent: no. */
  readonly runTimers?: boolean;
  /** Most requests a second at the gateway; more are refused as the platform does. Absent: no limit. */
  readonly requestsPerSecond?: number;
  /**
   * Lets `where().get()` through inside a transaction: found as committed, each document as the transaction sees it. Absent: refused,
   * since the platform documents reads by id only.
   */
  readonly whereInTransactions?: boolean;
  /** Collections are never made by writing to them; this says so. */
  readonly autoCreateCollections?: false;
  /** What is to go wrong, for instance `seed=7,delay=0.05:20,dropAfter=0.01@commitTransaction`. Absent: nothing. */
  readonly faults?: string;
  /** Takes what functions print, line by line. Absent: it is dropped. */
  readonly onLog?: (line: FunctionLogLine) => void;
}

/** A line a function printed. */
export interface FunctionLogLine {
  readonly functionName: string;
  readonly requestId: string | undefined;
  readonly text: string;
}

/** Who calls: a person by open id, or the timer. */
export interface Caller {
  readonly openid?: string;
  readonly trigger?: 'timer' | 'http';
}

/** One call of a function that is over. `operations`: requests it made at the gateway (start and commit included) plus the call itself. */
export interface InvocationRecord {
  readonly requestId: string;
  readonly functionName: string;
  /** When it began, by the cloud's clock (epoch ms). */
  readonly atMs: number;
  readonly operations: number;
  readonly ms: number;
  readonly error?: string;
}

/** The cloud's clock in epoch milliseconds; functions see the same. It runs on from wherever it is set. */
export interface CloudClock {
  readonly nowMs: () => number;
  readonly setMs: (ms: number) => void;
  readonly advanceMs: (ms: number) => void;
}

/** How to read documents directly. */
export interface DataFindOptions {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly skip?: number;
  readonly limit?: number;
}

/** What an export or import carried. */
export interface TransferCount {
  readonly collections: number;
  readonly documents: number;
}

/** Direct access to the documents, past the functions: for tests, tools and seeding. */
export interface CloudData {
  collections(): readonly { readonly name: string; readonly indexes: readonly string[] }[];
  find(collection: string, query?: Record<string, unknown>, options?: DataFindOptions): Promise<Record<string, unknown>[]>;
  count(collection: string, query?: Record<string, unknown>): Promise<number>;
  /** Adds documents; those without `_id` get one. Gives the ids. */
  insert(collection: string, documents: readonly Record<string, unknown>[]): Promise<(string | number)[]>;
  update(collection: string, query: Record<string, unknown>, update: Record<string, unknown>): Promise<number>;
  remove(collection: string, query: Record<string, unknown>): Promise<number>;
  /** Adds very many documents fast, in groups; a group is all or none, the whole is not. Gives their number. */
  load(collection: string, documents: Iterable<Record<string, unknown>> | AsyncIterable<Record<string, unknown>>): Promise<number>;
  /** How the embedded engine would find what a query asks for: which index, and whether in the order asked for. */
  readonly explain: (collection: string, query?: Record<string, unknown>, sort?: Readonly<Record<string, 1 | -1>>) => Explanation;
  /** Copies all data to another folder, consistent, while in use. */
  backup(folder: string): Promise<void>;
  /** Writes all documents to a new file as JSON lines, as of one moment (a MongoDB server: collection by collection), while in use. */
  export(file: string): Promise<TransferCount>;
  /** Reads such a file, while in use: makes what is missing, puts documents in the place of those with their `_id`. */
  import(file: string): Promise<TransferCount>;
}

/** A fault that struck: its name, the action or function it struck at, and on which occasion of its kind (from 1). */
export interface FaultRecord {
  readonly name: string;
  readonly at: string;
  readonly occasion: number;
}

/** What is to go wrong, and what did. */
export interface Faults {
  /** The order in force, as it was written. */
  readonly spec: () => string;
  /** Puts another order in force (empty: none) and counts from the first occasion again. Refuses one that cannot be read. */
  readonly order: (spec: string) => void;
  /** Faults that struck since the order, oldest first. */
  readonly happened: () => readonly FaultRecord[];
}

/** A running local cloud. */
export interface LocalCloud {
  /** Where it listens, for instance `http://127.0.0.1:4100`. */
  readonly address: string | null;
  /** The connection string for MongoDB's tools, if `mongoPort` was asked for. */
  readonly mongoUrl: string | null;
  /** The word a caller of `/control/*` must show in `x-cloud-control`. */
  readonly controlToken: string;
  readonly clock: CloudClock;
  readonly data: CloudData;
  readonly faults: Faults;
  /** What people do in WeChat itself: accept messages, give their number, pay. */
  readonly wechat: WechatSide;
  /** Calls a function and gives what it returned. Rejects with the platform's error, which has a `code`. */
  call(functionName: string, event: unknown, caller: Caller): Promise<unknown>;
  readonly runTimer: (functionName: string, timerName: string) => Promise<unknown>;
  /** The last calls, oldest first. */
  readonly lastInvocations: () => readonly InvocationRecord[];
  close(): Promise<void>;
}
