import type * as z from 'zod/mini';
import { refuse, type Outcome, type RefusalArgs } from '@shared/kernel/refusal';
import type { ApplyRow, ApplyRowRefusal } from '@shared/store/contract';

/** What is known besides the row itself. `seen` holds the ids of the batch's earlier rows. */
export interface RowSetting {
  readonly dryRun: boolean;
  readonly seen: Set<string>;
  readonly now: number;
}

export type RowVerdict = Pick<ApplyRow, 'id' | 'result' | 'refusal'>;

/** Applies one row of a section. */
export interface RowApplier {
  readonly applyRow: (raw: unknown, setting: RowSetting) => Promise<RowVerdict>;
}

/** What became of a row that was understood. */
export type Applied = Outcome<'created' | 'updated' | 'unchanged', ApplyRowRefusal>;

/** Builds a section's applier: parses, refuses a repeated id, then lets `write` compare and write. */
export function rowApplier<Row>(
  schema: z.ZodMiniType<Row>,
  idOf: (row: Row) => string,
  write: (row: Row, setting: RowSetting) => Promise<Applied>,
): RowApplier {
  return {
    async applyRow(raw, setting) {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return refusedRow(rawId(raw), 'row.invalid', { field: issue?.path.join('.') ?? '', detail: issue?.code ?? '' });
      }
      const id = idOf(parsed.data);
      if (setting.seen.has(id)) return refusedRow(id, 'row.repeated', {});
      setting.seen.add(id);
      const applied = await write(parsed.data, setting);
      return applied.ok ? { id, result: applied.value } : refusedRow(id, applied.refusal.code, applied.refusal.args);
    },
  };
}

/** Compares documents by content, whatever order their fields have. */
export function sameContent(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** For rows that name something which does not exist. */
export function refuseRow(code: ApplyRowRefusal, args?: RefusalArgs): ReturnType<typeof refuse<ApplyRowRefusal>> {
  return refuse(code, args);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([field, inner]) => `${field}:${canonical(inner)}`).join(',')}}`;
}

function refusedRow(id: string, code: ApplyRowRefusal, args: RefusalArgs | undefined): RowVerdict {
  return { id, result: 'refused', refusal: args === undefined ? { code } : { code, args } };
}

function rawId(raw: unknown): string {
  const { id, staffId } = (typeof raw === 'object' && raw !== null ? raw : {}) as { id?: unknown; staffId?: unknown };
  const given = id ?? staffId;
  return typeof given === 'string' ? given.slice(0, 64) : '';
}
