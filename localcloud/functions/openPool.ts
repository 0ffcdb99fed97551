import { Worker } from 'node:worker_threads';
import { cloudFault, type CloudFault } from '../cloudFault';
import type { FunctionSpec } from '../types';
import type { FromWorker, FunctionContext, ToWorker, WorkerSetup } from './messages';

/** One call waiting for a worker, or running in one. */
export interface PoolCall {
  readonly eventText: string;
  readonly env: Readonly<Record<string, string>>;
  readonly context: FunctionContext;
}

/** The workers of one function: one call at a time each, in the order of arrival, as many workers as allowed and needed. */
export interface Pool {
  run(call: PoolCall): Promise<string>;
  /** The call a worker is busy with. */
  currentOf(worker: string): PoolCall | undefined;
  close(): Promise<void>;
}

/** How a pool is set up. */
export interface PoolOptions {
  readonly spec: FunctionSpec;
  readonly workersMax: number;
  readonly workerFile: string;
  readonly setup: Omit<WorkerSetup, 'directory'>;
  /** Environment of a worker, given its name. */
  readonly envOf: (worker: string) => Record<string, string>;
  /** Answers a request of the SDK; takes and gives JSON text. */
  readonly answer: (requestText: string, worker: string) => Promise<string>;
  readonly onLine: (text: string, call: PoolCall | undefined) => void;
  /** Hears that a worker is gone, so that what it held can be let go. */
  readonly onGone: (worker: string) => void;
}

interface Job {
  readonly call: PoolCall;
  readonly resolve: (resultText: string) => void;
  readonly reject: (fault: CloudFault) => void;
}

interface Member {
  readonly name: string;
  readonly thread: Worker;
  ready: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Memory of a function when it declares none. Source: CloudBase's default of 256 MB. */
export const memoryDefaultMb = 256;

let poolCount = 0;

/** Makes the pool of a function. Workers start when they are first needed. */
export function openPool(options: PoolOptions): Pool {
  poolCount += 1;
  const prefix = `${options.spec.name}-${poolCount}`;
  const members = new Map<string, Member>();
  const queue: Job[] = [];
  let started = 0;
  let closing = false;

  const start = (): void => {
    started += 1;
    const member = startMember(options, `${prefix}-${started}`);
    members.set(member.name, member);
    member.thread.on('message', (message: FromWorker) => hear(member, message));
    member.thread.on('error', (error) => lose(member, crashFault(error)));
    member.thread.on('exit', () => lose(member, cloudFault('FUNCTIONS_EXECUTE_FAIL', 'Process exited before completing request')));
  };
  const lose = (member: Member, fault: CloudFault): void => {
    if (!members.delete(member.name)) return;
    clearTimeout(member.timer);
    options.onGone(member.name);
    member.job?.reject(fault);
    // A function that cannot even be loaded would otherwise be started again for ever.
    if (!member.ready) queue.shift()?.reject(fault);
    if (!closing) feed();
    void member.thread.terminate();
  };
  const feed = (): void => {
    for (const member of members.values()) {
      if (!member.ready || member.job !== undefined) continue;
      const job = queue.shift();
      if (job === undefined) return;
      give(member, job);
    }
    const starting = [...members.values()].filter((member) => !member.ready).length;
    if (queue.length > starting && members.size < options.workersMax) start();
  };
  const give = (member: Member, job: Job): void => {
    member.job = job;
    member.timer = setTimeout(() => lose(member, timeOutFault(options.spec)), options.spec.timeoutMs);
    tell(member, { kind: 'invoke', ...job.call });
  };
  const finish = (member: Member): Job | undefined => {
    clearTimeout(member.timer);
    const job = member.job;
    member.job = undefined;
    return job;
  };
  const hear = (member: Member, message: FromWorker): void => {
    switch (message.kind) {
      case 'ready':
        member.ready = true;
        break;
      case 'done':
        finish(member)?.resolve(message.resultText);
        break;
      case 'failed':
        if (message.stack !== '') options.onLine(message.stack, member.job?.call);
        finish(member)?.reject(cloudFault('FUNCTIONS_EXECUTE_FAIL', message.message));
        break;
      case 'request':
        void options
          .answer(message.requestText, member.name)
          .then((answerText) => tell(member, { kind: 'answer', id: message.id, answerText }));
        return;
    }
    feed();
  };
  return {
    run: (call) =>
      new Promise((resolve, reject) => {
        if (closing) return reject(cloudFault('SYS_ERR', 'the cloud is closing'));
        queue.push({ call, resolve, reject });
        feed();
      }),
    currentOf: (worker) => members.get(worker)?.job?.call,
    async close() {
      closing = true;
      const fault = cloudFault('SYS_ERR', 'the cloud is closing');
      for (const job of queue.splice(0)) job.reject(fault);
      await Promise.all([...members.values()].map((member) => (lose(member, fault), member.thread.terminate())));
    },
  };
}

function tell(member: Member, message: ToWorker): void {
  member.thread.postMessage(message);
}

function startMember(options: PoolOptions, name: string): Member {
  const setup: WorkerSetup = { ...options.setup, directory: options.spec.directory };
  const thread = new Worker(options.workerFile, {
    workerData: setup,
    env: options.envOf(name),
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: options.spec.memoryMb ?? memoryDefaultMb },
  });
  const member: Member = { name, thread, ready: false, job: undefined, timer: undefined };
  for (const stream of [thread.stdout, thread.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => options.onLine(text, member.job?.call));
  }
  return member;
}

function crashFault(error: unknown): CloudFault {
  const outOfMemory = error instanceof Object && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (outOfMemory) return cloudFault('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'Process exited unexpectedly: the memory limit was exceeded');
  return cloudFault('FUNCTIONS_EXECUTE_FAIL', error instanceof Object && 'message' in error ? String(error.message) : String(error));
}

/** Source of the text: the platform's answer to a function that overruns its limit. */
function timeOutFault(spec: FunctionSpec): CloudFault {
  return cloudFault('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${spec.timeoutMs / 1000} seconds`);
}
