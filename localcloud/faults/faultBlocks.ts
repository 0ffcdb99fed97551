import { setTimeout as sleep } from 'node:timers/promises';
import { cloudFault, type CloudFault } from '../cloudFault';
import { transactionConflict } from '../engine/createLocks';

/** Where a fault strikes: a request of the SDK at the gateway, a call of a function from outside, a write to the disk. */
export type FaultPlace = 'request' | 'call' | 'write';

/** What a fault may do beside going on: it knows the amount ordered and the hands it may use. */
export interface FaultMoment {
  readonly amountMs: number;
  /** Ends the worker the request came from, if it came from one. */
  readonly killWorker: () => void;
  readonly killProcess: () => void;
  readonly advanceClock: (ms: number) => void;
  /** Ends the request's transaction and says whether there was one. */
  readonly endTransaction: () => Promise<boolean>;
}

/** One fault: its place, its amount when none is ordered, and what it makes of going on. */
export interface FaultBlock {
  readonly place: FaultPlace;
  readonly amountMs: number;
  readonly around: <T>(next: () => Promise<T>, moment: FaultMoment) => Promise<T>;
}

/** How long a delay lasts, and how far the clock jumps, when nothing is said. */
const delayDefaultMs = 100;
const clockJumpDefaultMs = 3_600_000;

const delayed: FaultBlock['around'] = async (next, moment) => {
  await sleep(moment.amountMs);
  return next();
};

const droppedBefore: FaultBlock['around'] = async () => {
  throw connectionLost('before');
};

const droppedAfter: FaultBlock['around'] = async (next) => {
  await next();
  throw connectionLost('after');
};

/** As a proxy that tries again does it: the second answer is the one that arrives. */
const repeated: FaultBlock['around'] = async (next) => {
  await next();
  return next();
};

/** With the sentence of a real conflict, so that code cannot tell them apart. */
const conflicting: FaultBlock['around'] = async (next, moment) => {
  if (await moment.endTransaction()) throw transactionConflict();
  return next();
};

const withoutWorker: FaultBlock['around'] = async (next, moment) => {
  const answer = await next();
  moment.killWorker();
  return answer;
};

/** The work has begun and is not over: some of it may be on its way to the disk. */
const withoutProcess: FaultBlock['around'] = async (next, moment) => {
  const under = next();
  moment.killProcess();
  return under;
};

const atAnotherTime: FaultBlock['around'] = async (next, moment) => {
  moment.advanceClock(moment.amountMs);
  return next();
};

const withoutRoom: FaultBlock['around'] = async () => {
  throw diskFull();
};

/** Every fault that can be ordered. Where several strike at once, the one ordered later lies around the one before. */
export const faultBlocks = {
  delay: { place: 'request', amountMs: delayDefaultMs, around: delayed },
  dropBefore: { place: 'request', amountMs: 0, around: droppedBefore },
  dropAfter: { place: 'request', amountMs: 0, around: droppedAfter },
  repeat: { place: 'request', amountMs: 0, around: repeated },
  conflict: { place: 'request', amountMs: 0, around: conflicting },
  killWorker: { place: 'request', amountMs: 0, around: withoutWorker },
  killProcess: { place: 'request', amountMs: 0, around: withoutProcess },
  clock: { place: 'request', amountMs: clockJumpDefaultMs, around: atAnotherTime },
  callDelay: { place: 'call', amountMs: delayDefaultMs, around: delayed },
  callDropBefore: { place: 'call', amountMs: 0, around: droppedBefore },
  callDropAfter: { place: 'call', amountMs: 0, around: droppedAfter },
  callRepeat: { place: 'call', amountMs: 0, around: repeated },
  diskFull: { place: 'write', amountMs: 0, around: withoutRoom },
} as const satisfies Readonly<Record<string, FaultBlock>>;

/** The name of a fault. */
export type FaultName = keyof typeof faultBlocks;

/** Whether a word names a fault. */
export function isFaultName(word: string): word is FaultName {
  return Object.hasOwn(faultBlocks, word);
}

function connectionLost(when: 'before' | 'after'): CloudFault {
  return cloudFault('SYS_ERR', `[fault] the connection was lost ${when} the request took effect`);
}

/** The error of a disk without room; what was to be written is not, and everything before it stays. */
function diskFull(): CloudFault {
  return cloudFault('SYS_ERR', '[fault] no space left on the disk: nothing of this was written');
}
