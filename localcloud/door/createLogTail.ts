import type { FunctionLogLine } from '../types';

/** A line a function printed, and when by the cloud's clock (epoch ms). */
export interface TimedLine extends FunctionLogLine {
  readonly atMs: number;
}

/** The end of what all functions printed. */
export interface LogTail {
  readonly hear: (line: FunctionLogLine) => void;
  /** The last lines, oldest first. */
  readonly lines: () => readonly TimedLine[];
}

/** Lines kept. */
const linesMaxCount = 1000;

/** Remembers what functions print, to be looked at later, and hands each line on. */
export function createLogTail(nowMs: () => number, next: ((line: FunctionLogLine) => void) | undefined): LogTail {
  const lines: TimedLine[] = [];
  return {
    hear(line) {
      lines.push({ ...line, atMs: nowMs() });
      if (lines.length > linesMaxCount) lines.shift();
      next?.(line);
    },
    lines: () => lines,
  };
}
