import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField } from '../kernel/fields';
import type { EntryKind, EntryNote } from './types';
import type { Day } from '../kernel/time';

/** A line of the member's own statement. */
export interface StatementLine {
  readonly id: string;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly at: number;
  readonly pendingDelta: number;
  readonly availableDelta: number;
  readonly debtDelta: number;
  readonly releaseOn?: Day;
  /** When the points it added lapse, if it added any. */
  readonly lapseOn?: Day;
  readonly note: EntryNote;
}

export interface StatementPage {
  readonly lines: readonly StatementLine[];
  readonly next: string | null;
}

/** One account whose document and entries disagree. */
export interface LedgerDifference {
  readonly accountId: string;
  readonly seq: number;
  readonly what: string;
  readonly account: number;
  readonly entries: number;
}

export interface ReconcilePage {
  readonly checked: number;
  readonly entries: number;
  readonly differences: readonly LedgerDifference[];
  readonly next: string | null;
}

export const ledgerMember = {
  /** The caller's entries, newest first, 20 a page. */
  'ledger.statement': command<StatementPage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
};

export const ledgerConsole = {
  /** Checks a page of accounts against their entries up to the seq that each account showed. */
  'ledger.reconcile': command<ReconcilePage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: [],
  }),
};
