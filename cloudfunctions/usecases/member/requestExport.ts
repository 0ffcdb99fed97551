import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { ExportView } from '@shared/member/contract';
import type { DataExport } from '@shared/member/dataExport';
import { get } from '../../adapters/database';
import { linkTo } from '../../adapters/files';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';

/** Asks for a file of everything about the caller. One that is on its way or can still be fetched is the answer. */
export async function requestExport(caller: Caller): Promise<Outcome<ExportView, 'member.unknown' | 'busy.tryAgain'>> {
  const asked = await transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const { memberId, accountId, cardNumber } = member;
    const before = await transaction.get('exports', memberId);
    if (before !== null && before.state !== 'lapsed') return accept(before);
    const fresh: DataExport = {
      _id: memberId,
      openid: caller.openid,
      accountId,
      cardNumber,
      askedAt: caller.now,
      state: 'waiting',
      fileId: null,
      lapsesAt: null,
    };
    await transaction.put('exports', fresh);
    return accept(fresh);
  });
  return asked.ok ? accept(await viewExport(asked.value, caller.now)) : asked;
}

/** Where the caller's file is, with a link once it is ready. */
export async function exportState(caller: Caller): Promise<Outcome<ExportView, 'member.unknown'>> {
  const member = await get('members', caller.openid);
  if (member === null) return refuse('member.unknown');
  return accept(await viewExport(await get('exports', member.memberId), caller.now));
}

async function viewExport(made: DataExport | null, now: number): Promise<ExportView> {
  if (made === null) return { state: 'none', url: null, lapsesAt: null };
  const { state, fileId, lapsesAt } = made;
  const live = state === 'ready' && fileId !== null && lapsesAt !== null && lapsesAt > now;
  return { state: state === 'waiting' ? 'waiting' : live ? 'ready' : 'none', url: live ? await linkTo(fileId) : null, lapsesAt };
}
