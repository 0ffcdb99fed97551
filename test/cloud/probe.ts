import type { FunctionSpec, TimerSpec } from '@localcloud/index';
import { join } from 'node:path';

/** The function that does one thing a test asks for by `act`. */
export function probeFunction(settings: Partial<FunctionSpec> & { readonly timers?: readonly TimerSpec[] } = {}): FunctionSpec {
  return { name: 'probe', directory: join(__dirname, 'functions', 'probe'), timeoutMs: 20_000, callers: 'loggedIn', ...settings };
}

/** What the probe says about clocks. */
export interface ClockReport {
  readonly now: number;
  readonly made: number;
  readonly text: boolean;
  readonly zone: number;
  readonly hours: number;
  readonly isDate: boolean;
  readonly fixed: number;
  readonly parts: number;
  readonly year: number;
  readonly loadedAt: number;
}

/** Full counts when everything is to be proved, else the small one. */
export function provedCount(few: number, all: number): number {
  return process.env['LANTERN_PROVE'] === '1' ? all : few;
}
