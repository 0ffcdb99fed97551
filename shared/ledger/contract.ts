import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField } from '../kernel/fields';
import type { RaceView } from './race';
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

/** What the programme owes its members, and what has become of points so far. All in points. */
export interface Liability {
  readonly accounts: number;
  /** Points that members can spend now. */
  readonly available: number;
  /** Points that will become available. */
  readonly pending: number;
  /** Points that members owe. */
  readonly debt: number;
  /** Points given since the programme began: everything that entered, before reversals. */
  readonly issued: number;
  readonly redeemed: number;
  readonly lapsed: number;
  /** lapsed ÷ (redeemed + lapsed), in basis points; null before either. */
  readonly breakageBasisPoints: number | null;
}

export const ledgerMember = {
  /** The caller's entries, newest first, 20 a page. */
  'ledger.statement': command<StatementPage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
  /** The race of this month, or of the one before while it is not settled. */
  'ledger.race': command<RaceView>()({
    input: z.strictObject({ which: z.enum(['this', 'last']) }),
    refusals: ['member.unknown'],
  }),
  /** Shows the caller's nickname in the list, or a mask again. */
  'ledger.showRaceName': command<{ readonly nameShown: boolean }>()({
    input: z.strictObject({ show: z.boolean() }),
    refusals: ['member.unknown'],
  }),
};

export const ledgerConsole = {
  /** Checks a page of accounts, points and chances, against their entries up to the seq that each account showed. */
  'ledger.reconcile': command<ReconcilePage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: [],
  }),
  /** Liability and breakage over all accounts, as posted: what falls due is posted by the sweep. */
  'ledger.liability': command<Liability>()({ input: z.strictObject({}), refusals: [] }),
  /** One member's statement by card number, for their questions; the look-up is audited. */
  'ledger.statementOf': command<StatementPage>()({
    input: z.strictObject({ cardNumber: z.string().check(z.regex(/^9\d{15}$/)), cursor: z.optional(cursorField) }),
    refusals: ['card.unknown'],
  }),
};
