import { dayMs } from '../kernel/time';

/** How long a finished file can be fetched. */
export const dataExportLifeMs = dayMs;

/** A file of everything about one member, on its way or ready. `_id` is the member id: one at a time. */
export interface DataExport {
  readonly _id: string;
  readonly openid: string;
  readonly accountId: string;
  readonly cardNumber: string;
  readonly askedAt: number;
  readonly state: 'waiting' | 'ready' | 'lapsed';
  readonly fileId: string | null;
  /** Deleted then. */
  readonly lapsesAt: number | null;
}
