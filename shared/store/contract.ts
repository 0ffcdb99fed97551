import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';
import type { RefusalArgs } from '../kernel/refusal';
import type { JobName } from './jobs';
import { rowsPerCallMax, sections, type Section } from './sections';
import type { Role } from './types';

export interface StaffView {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly shop: { readonly id: string; readonly name: Bilingual };
  readonly categories: readonly { readonly id: string; readonly name: Bilingual; readonly excluded: boolean }[];
  readonly offsetMinutes: number;
  /** The largest sum that may be recorded without network, fen. */
  readonly lateMaxFen: number;
}

/** Who runs the programme rather than a till, and by which time their pages read. */
export interface OfficeView {
  readonly staffId: string;
  readonly name: string;
  readonly offsetMinutes: number;
}

/** What became of one row of a file. */
export interface ApplyRow {
  readonly section: Section;
  /** 1-based within its section. */
  readonly row: number;
  readonly id: string;
  readonly result: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly refusal?: { readonly code: ApplyRowRefusal; readonly args?: RefusalArgs };
}

export const applyRowRefusals = [
  'row.invalid',
  'row.repeated',
  'row.unknownShop',
  'row.unknownCategory',
  'row.unknownCoupon',
  'row.unknownReward',
  'row.stockShrunk',
  'row.openidTaken',
  'row.offsetFrozen',
  'row.codeTaken',
  'row.termsFrozen',
  'row.promised',
  'row.unknownQuiz',
  'row.optionsChanged',
  'row.unknownFestival',
] as const;
export type ApplyRowRefusal = (typeof applyRowRefusals)[number];

export interface ApplyReport {
  readonly dryRun: boolean;
  readonly rows: readonly ApplyRow[];
}

/** A job's last run. `killed`: it neither ended nor failed, and its lease is over. `lastResult` is that of the last run that ended. */
export interface JobView {
  readonly name: JobName;
  readonly everyMinutes: number;
  readonly priority: number;
  readonly ranAt: number | null;
  readonly tookMs: number | null;
  readonly state: 'never' | 'running' | 'ended' | 'failed' | 'killed';
  readonly lastResult: Readonly<Record<string, number | boolean>>;
  readonly fault: string | null;
}

export interface ShopKeyView {
  readonly keyId: string;
  readonly shopId: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly endsAt: number | null;
  readonly endedBy: string | null;
}

/** A new key with its secret: shown to whoever made it, typed into the shop's machine, kept nowhere by us. */
export interface NewShopKey extends ShopKeyView {
  readonly secret: string;
}

/** The 16 digits of a shop's poster code. */
const storeCodeField = z.string().check(z.regex(/^6\d{15}$/));
const keyIdField = z.string().check(z.regex(/^[0-9a-z]{16}$/));

/** A shop's poster code. Members scan it once a day each. */
export interface StoreCodeView {
  readonly code: string;
  readonly kind: 'earn' | 'draw';
  readonly points: number;
  readonly perDayMax: number;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly closedAt: number | null;
}

export const storeStaff = {
  /** Makes a poster code for the caller's shop: points up to the setting's limit, or one chance (points 0). */
  'store.makeCode': command<StoreCodeView>()({
    input: z.strictObject({
      key: keyField,
      kind: z.enum(['earn', 'draw']),
      points: z.int().check(z.gte(0), z.lte(1000)),
      perDayMax: z.int().check(z.gte(1), z.lte(5000)),
    }),
    refusals: ['storeCode.points', 'storeCode.tooMany', 'key.reused'],
  }),
  /** Closes a code of the caller's shop for good. */
  'store.closeCode': command<StoreCodeView>()({ input: z.strictObject({ code: storeCodeField }), refusals: ['storeCode.unknown'] }),
  /** The open codes of the caller's shop, newest first. */
  'store.codes': command<{ readonly codes: readonly StoreCodeView[] }>()({ input: z.strictObject({}), refusals: [] }),
  /** Who the caller is at the till, and the keypad's categories. */
  'store.me': command<StaffView>()({ input: z.strictObject({}), refusals: [] }),
};

export const storeConsole = {
  /** Who the caller is in the office; whoever is no operator is refused. */
  'store.office': command<OfficeView>()({ input: z.strictObject({}), refusals: [] }),
  /** Every job with its last run. */
  'store.jobs': command<{ readonly jobs: readonly JobView[] }>()({ input: z.strictObject({}), refusals: [] }),
  /** Applies rows of one section; each row is taken or refused by itself, and reported. */
  'store.apply': command<ApplyReport>()({
    input: z.strictObject({
      section: z.enum(sections),
      rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(rowsPerCallMax)),
      dryRun: z.boolean(),
      /** 0-based place of the first row in its file, so that the report counts on. */
      firstRow: z.int().check(z.gte(0)),
    }),
    refusals: [],
  }),
  /** The section's ids, to show what is there. */
  'store.list': command<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>()({
    input: z.strictObject({ section: z.enum(sections), after: z.optional(slugField) }),
    refusals: [],
  }),
  /** Makes a key for a shop's machines; the one it replaces goes on for 24 hours. The same tap again shows the same key. */
  'store.makeKey': command<NewShopKey>()({
    input: z.strictObject({ key: keyField, shopId: slugField, replaces: z.optional(keyIdField) }),
    refusals: ['shop.unknown', 'shopKey.unknown', 'key.reused'],
  }),
  /** Ends a key; instances may still take it for 30 seconds. Ending it again changes nothing. */
  'store.revokeKey': command<ShopKeyView>()({ input: z.strictObject({ keyId: keyIdField }), refusals: ['shopKey.unknown'] }),
  /** A shop's keys, newest first, 100 at most. */
  'store.keys': command<{ readonly keys: readonly ShopKeyView[] }>()({ input: z.strictObject({ shopId: slugField }), refusals: [] }),
};
