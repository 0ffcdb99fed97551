import type { AuditPage } from '@shared/audit/contract';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { find } from '../../adapters/database';

const pageRows = 100;

/** Staff and operator acts that have no document of their own, newest first; ids begin with the time, so they are the order. */
export async function listAudit(_who: unknown, input: { cursor?: string | undefined }): Promise<Outcome<AuditPage>> {
  const filter = input.cursor === undefined ? {} : { _id: { op: 'lt' as const, value: input.cursor } };
  const records = await find('audit', filter, { limit: pageRows, order: [['_id', 'desc']] });
  return accept({ records, next: records.length === pageRows ? (records.at(-1)?._id ?? null) : null });
}
