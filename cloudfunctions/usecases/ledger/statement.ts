import type { StatementLine, StatementPage } from '@shared/ledger/contract';
import type { Entry } from '@shared/ledger/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';

const pageRows = 20;

/** The caller's entries, newest first. The cursor is the seq of the last line shown. */
export async function statement(caller: Caller, input: { cursor?: string | undefined }): Promise<Outcome<StatementPage, 'member.unknown'>> {
  const member = await findMember(caller);
  return member.ok ? accept(await readStatement(member.value.accountId, input.cursor)) : member;
}

/** One page of an account's entries. */
export async function readStatement(accountId: string, cursor: string | undefined): Promise<StatementPage> {
  const before = Number(cursor ?? Number.MAX_SAFE_INTEGER);
  const entries = await find(
    'entries',
    { accountId, seq: { op: 'lt', value: Number.isNaN(before) ? 0 : before } },
    { limit: pageRows + 1, order: [['seq', 'desc']] },
  );
  const shown = entries.slice(0, pageRows);
  return { lines: shown.map(lineOf), next: entries.length > pageRows ? String(shown.at(-1)?.seq) : null };
}

function lineOf(entry: Entry): StatementLine {
  const added = entry.lots.find((lot) => lot.points > 0);
  return {
    id: entry._id,
    seq: entry.seq,
    kind: entry.kind,
    at: entry.at,
    pendingDelta: entry.pendingDelta,
    availableDelta: entry.availableDelta,
    debtDelta: entry.debtDelta,
    ...(entry.releaseOn === undefined ? {} : { releaseOn: entry.releaseOn }),
    ...(added === undefined ? {} : { lapseOn: added.endsOn }),
    note: entry.note,
  };
}
