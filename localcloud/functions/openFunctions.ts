import { randomUUID } from 'node:crypto';
import { cloudFault, isCloudFault } from '../cloudFault';
import { resultMaxBytes, callMaxBytes } from '../gateway/limits';
import type { Caller, FunctionLogLine, FunctionSpec, InvocationRecord } from '../types';
import { openPool, type Pool } from './openPool';
import type { PoolCall, PoolOptions } from './pool';
import { memoryDefaultMb } from './startMember';
import { appId, callEnv, environmentId } from './workerEnv';

/** All functions of a cloud. Results are JSON text. */
export interface Functions {
  /** A call from outside: permission rules apply. */
  readonly call: (name: string, event: unknown, caller: Caller) => Promise<string>;
  /** A call by the function that runs in a worker: its caller's identity goes along, permission rules do not apply. */
  callFrom(worker: string | undefined, name: string, eventText: string): Promise<string>;
  /** Which function runs in a worker, and for whom. */
  currentOf(worker: string): { readonly functionName: string; readonly caller: Caller } | undefined;
  /** Counts one request at the gateway for the call that runs in a worker. */
  count(worker: string): void;
  readonly lastInvocations: () => readonly InvocationRecord[];
  /** Ends a worker at once, as if its process had been killed; its call fails. */
  kill(worker: string): void;
  close(): Promise<void>;
}

/** What the functions of a cloud share. */
export interface FunctionsOptions extends Pick<PoolOptions, 'workerFile' | 'setup' | 'answer' | 'onGone'> {
  readonly specs: readonly FunctionSpec[];
  readonly workersPerFunction: number;
  readonly envOf: (worker: string, spec: FunctionSpec) => Record<string, string>;
  /** Hears who calls from outside, before their function runs. */
  readonly onCaller: (openid: string | undefined) => void;
  readonly onLog?: ((line: FunctionLogLine) => void) | undefined;
  /** The cloud's clock, to say when a call began. */
  readonly nowMs: () => number;
}

interface Running extends PoolCall {
  readonly caller: Caller;
  operations: number;
}

/** How many past calls are remembered. */
const invocationsKept = 2000;

interface State {
  readonly nowMs: () => number;
  readonly pools: ReadonlyMap<string, { readonly spec: FunctionSpec; readonly pool: Pool }>;
  readonly invocations: InvocationRecord[];
}

/** Opens the pools of all functions. */
export function openFunctions(options: FunctionsOptions): Functions {
  const pools = new Map(options.specs.map((spec) => [spec.name, { spec, pool: openPool(poolOptions(options, spec)) }]));
  const state: State = { nowMs: options.nowMs, pools, invocations: [] };
  return {
    async call(name, event, caller) {
      refuseStranger(foundIn(state, name).spec, caller);
      options.onCaller(caller.openid);
      return run(state, name, eventFor(event, caller), caller);
    },
    callFrom: async (worker, name, eventText) => run(state, name, eventText, runningIn(state, worker)?.caller ?? {}),
    currentOf(worker) {
      const running = runningIn(state, worker);
      return running === undefined ? undefined : { functionName: running.context.function_name, caller: running.caller };
    },
    count(worker) {
      const running = runningIn(state, worker);
      if (running !== undefined) running.operations += 1;
    },
    lastInvocations: () => [...state.invocations],
    kill(worker) {
      for (const { pool } of pools.values()) pool.kill(worker);
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()));
    },
  };
}

function foundIn(state: State, name: string): { readonly spec: FunctionSpec; readonly pool: Pool } {
  const found = state.pools.get(name);
  if (found === undefined) throw noSuchFunction(name);
  return found;
}

function runningIn(state: State, worker: string | undefined): Running | undefined {
  if (worker === undefined) return undefined;
  for (const { pool } of state.pools.values()) {
    const call = pool.currentOf(worker);
    // Every call of these pools was made by newCall.
    if (call !== undefined) return call as Running;
  }
  return undefined;
}

async function run(state: State, name: string, eventText: string, caller: Caller): Promise<string> {
  const { spec, pool } = foundIn(state, name);
  const call = newCall(spec, eventText, caller);
  const atMs = state.nowMs();
  const beganMs = performance.now();
  let error: string | undefined;
  try {
    return fitting(await pool.run(call));
  } catch (thrown) {
    error = isCloudFault(thrown) ? thrown.code : String(thrown);
    throw thrown;
  } finally {
    const requestId = call.context.request_id;
    const record = { requestId, functionName: name, atMs, operations: call.operations + 1, ms: performance.now() - beganMs };
    state.invocations.push(error === undefined ? record : { ...record, error });
    if (state.invocations.length > invocationsKept) state.invocations.splice(0, state.invocations.length - invocationsKept);
  }
}

function poolOptions(options: FunctionsOptions, spec: FunctionSpec): PoolOptions {
  return {
    spec,
    workersMax: options.workersPerFunction,
    workerFile: options.workerFile,
    setup: options.setup,
    envOf: (worker) => options.envOf(worker, spec),
    answer: options.answer,
    onGone: options.onGone,
    onLine: (text, call) => options.onLog?.({ functionName: spec.name, requestId: call?.context.request_id, text }),
  };
}

function newCall(spec: FunctionSpec, eventText: string, caller: Caller): Running {
  const context = {
    request_id: randomUUID(),
    function_name: spec.name,
    function_version: '$LATEST',
    namespace: environmentId,
    memory_limit_in_mb: spec.memoryMb ?? memoryDefaultMb,
    time_limit_in_ms: spec.timeoutMs,
  };
  return { eventText, env: callEnv(caller), context, caller, operations: 0 };
}

/** The platform adds `userInfo` to what a client sends; what the client wrote there itself is lost. */
function eventFor(event: unknown, caller: Caller): string {
  const userInfo = caller.openid === undefined ? { appId } : { appId, openId: caller.openid };
  const text = JSON.stringify({ ...(typeof event === 'object' && event !== null ? event : {}), userInfo });
  if (Buffer.byteLength(text) > callMaxBytes) throw cloudFault('INVALID_PARAM', 'the request body is larger than 6 MB');
  return text;
}

function refuseStranger(spec: FunctionSpec, caller: Caller): void {
  if (caller.trigger === 'timer' || (caller.trigger === 'http' && spec.web === true)) return;
  if (spec.callers === 'nobody' || caller.openid === undefined) {
    throw cloudFault('PERMISSION_DENIED', '[PERMISSION_DENIED] Permission denied.');
  }
  if (/^-?\d+$/.test(caller.openid)) throw cloudFault('INVALID_PARAM', 'an open id of digits only would reach functions as a number');
}

/** Source of the text: the platform's answer to a function that was never deployed. */
function noSuchFunction(name: string): Error {
  return cloudFault('FUNCTION_NOT_FOUND', `[FUNCTION_NOT_FOUND] FunctionName parameter could not be found: ${name}.`);
}

/** Source of the text: wx-server-sdk's table of errors, −604001. */
function fitting(resultText: string): string {
  if (Buffer.byteLength(resultText) > resultMaxBytes) {
    throw cloudFault('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT', 'cloudfunction result size exceed limit (1MB)');
  }
  return resultText;
}
