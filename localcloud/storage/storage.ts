import type { Files } from './openFiles';

/** What everything about stored files works with. */
export interface Storage {
  readonly files: Files;
  /** Signs addresses and uploads; kept with the data, so that what was given out holds over a restart. */
  readonly secret: string;
  /** Scheme, host and port files are served at. */
  readonly origin: string;
  nowMs(): number;
}
