import { cloudFault, type CloudFault } from '../cloudFault';
import type { FunctionSpec } from '../types';
import { numberedText, splitNumbered, type FromWorker } from './messages';
import type { Job, PoolCall, PoolOptions } from './pool';
import { startMember, tell, type Member } from './startMember';

/** The workers of one function: one call at a time each, in the order of arrival, as many workers as allowed and needed. */
export interface Pool {
  run(call: PoolCall): Promise<string>;
  /** The call a worker is busy with. */
  currentOf(worker: string): PoolCall | undefined;
  /** Ends a worker at once, if it is one of these; its call fails. */
  kill(worker: string): void;
  close(): Promise<void>;
}

interface PoolState {
  readonly options: PoolOptions;
  readonly prefix: string;
  readonly members: Map<string, Member>;
  readonly queue: Job[];
  started: number;
  closing: boolean;
}

let poolCount = 0;

/** Makes the pool of a function. Workers start when they are first needed. */
export function openPool(options: PoolOptions): Pool {
  poolCount += 1;
  const prefix = `${options.spec.name}-${poolCount}`;
  const state: PoolState = { options, prefix, members: new Map(), queue: [], started: 0, closing: false };
  return {
    run: (call) =>
      new Promise((resolve, reject) => {
        if (state.closing) reject(closingFault());
        else state.queue.push({ call, resolve, reject });
        feed(state);
      }),
    currentOf: (worker) => state.members.get(worker)?.job?.call,
    kill(worker) {
      const member = state.members.get(worker);
      if (member !== undefined) lose(state, member, exitFault());
    },
    close: () => close(state),
  };
}

async function close(state: PoolState): Promise<void> {
  state.closing = true;
  for (const job of state.queue.splice(0)) job.reject(closingFault());
  const members = [...state.members.values()];
  for (const member of members) lose(state, member, closingFault());
  await Promise.all(members.map((member) => member.thread.terminate()));
}

/** Gives waiting calls to free workers and starts another worker when all are busy. */
function feed(state: PoolState): void {
  for (const member of state.members.values()) {
    if (!member.ready || member.job !== undefined) continue;
    const job = state.queue.shift();
    if (job === undefined) return;
    give(state, member, job);
  }
  const starting = [...state.members.values()].filter((member) => !member.ready).length;
  if (state.queue.length > starting && state.members.size < state.options.workersMax) start(state);
}

function start(state: PoolState): void {
  state.started += 1;
  const member = startMember(state.options, `${state.prefix}-${state.started}`);
  state.members.set(member.name, member);
  member.thread.on('message', (message: FromWorker) => hear(state, member, message));
  member.thread.on('error', (error) => lose(state, member, crashFault(error)));
  member.thread.on('exit', () => lose(state, member, exitFault()));
}

function give(state: PoolState, member: Member, job: Job): void {
  member.job = job;
  member.timer = setTimeout(() => lose(state, member, timeOutFault(state.options.spec)), state.options.spec.timeoutMs);
  tell(member, { kind: 'invoke', ...job.call });
}

function finish(member: Member): Job | undefined {
  clearTimeout(member.timer);
  const job = member.job;
  member.job = undefined;
  return job;
}

function hear(state: PoolState, member: Member, message: FromWorker): void {
  if (typeof message === 'string') {
    const { id, json } = splitNumbered(message);
    void state.options.answer(json, member.name).then((answerText) => tell(member, numberedText(id, answerText)));
    return;
  }
  switch (message.kind) {
    case 'ready':
      member.ready = true;
      break;
    case 'overMemory':
      lose(state, member, memoryFault());
      break;
    case 'done':
      finish(member)?.resolve(message.resultText);
      break;
    case 'failed':
      if (message.stack !== '') state.options.onLine(message.stack, member.job?.call);
      finish(member)?.reject(cloudFault('FUNCTIONS_EXECUTE_FAIL', message.message));
      break;
  }
  feed(state);
}

/** Parts with a worker that timed out, crashed or is no longer wanted; its call fails with the given fault. */
function lose(state: PoolState, member: Member, fault: CloudFault): void {
  if (!state.members.delete(member.name)) return;
  clearTimeout(member.timer);
  state.options.onGone(member.name);
  member.job?.reject(fault);
  // A function that cannot even be loaded would otherwise be started again for ever.
  if (!member.ready) state.queue.shift()?.reject(fault);
  void member.thread.terminate();
  if (!state.closing) feed(state);
}

function exitFault(): CloudFault {
  return cloudFault('FUNCTIONS_EXECUTE_FAIL', 'Process exited before completing request');
}

function closingFault(): CloudFault {
  return cloudFault('SYS_ERR', 'the cloud is closing');
}

function crashFault(error: unknown): CloudFault {
  // Errors of a thread may come from another realm, where `instanceof` says nothing.
  const { code, message } = typeof error === 'object' && error !== null ? (error as { code?: unknown; message?: unknown }) : {};
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return memoryFault();
  }
  return cloudFault('FUNCTIONS_EXECUTE_FAIL', typeof message === 'string' ? message : String(error));
}

function memoryFault(): CloudFault {
  return cloudFault('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'Process exited unexpectedly: the memory limit was exceeded');
}

/** Source of the text: the platform's answer to a function that overruns its limit. */
function timeOutFault(spec: FunctionSpec): CloudFault {
  return cloudFault('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${spec.timeoutMs / 1000} seconds`);
}
