import type { ConsoleCall } from './applyFile';

/** What a command is given besides its own words. */
export interface Session {
  readonly call: ConsoleCall;
  readonly dryRun: boolean;
  readonly language: 'zh' | 'en';
}
