import { Worker } from 'node:worker_threads';
import type { ToWorker, WorkerSetup } from './messages';
import type { Job, PoolOptions } from './pool';

/** A worker of a pool: its thread, and the call it is busy with. */
export interface Member {
  readonly name: string;
  readonly thread: Worker;
  ready: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Memory of a function when it declares none. Source: CloudBase's default of 256 MB. */
export const memoryDefaultMb = 256;

/** Starts a worker thread for a function. What it prints goes to the pool's `onLine`. */
export function startMember(options: PoolOptions, name: string): Member {
  const memoryMb = options.spec.memoryMb ?? memoryDefaultMb;
  const setup: WorkerSetup = { ...options.setup, directory: options.spec.directory, memoryMaxBytes: memoryMb * 1024 ** 2 };
  const thread = new Worker(options.workerFile, {
    workerData: setup,
    env: options.envOf(name),
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const member: Member = { name, thread, ready: false, job: undefined, timer: undefined };
  for (const stream of [thread.stdout, thread.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => options.onLine(text, member.job?.call));
  }
  return member;
}

/** Says something to a worker. */
export function tell(member: Member, message: ToWorker): void {
  member.thread.postMessage(message);
}
