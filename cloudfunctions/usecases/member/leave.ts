import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Home, LeaveView } from '@shared/member/contract';
import { decideLeave, decideStay } from '@shared/member/leave';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { worksAt } from '../store/worksAt';
import { countUsable } from '../voucher/countUsable';
import { viewAvatar } from './avatar/viewAvatar';
import { viewHome } from './home';

/** Asks to leave: seven days in which one may stay, nothing is earned and nothing can be done; asking again changes nothing. */
export async function leave(caller: Caller, { key }: { key: string }): Promise<Outcome<LeaveView, 'member.unknown' | 'busy.tryAgain'>> {
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    // The tap that asked before they stayed asks nothing again.
    const asked = await transaction.get('leavings', member.memberId);
    if (asked?.key === key) return accept({ eraseAt: asked.eraseAt });
    if (member.leavingAt != null) return accept({ eraseAt: member.leavingAt });
    const card = await transaction.get('cards', member.cardNumber);
    if (card === null) throw new Error(`Member ${member.memberId} has no card`);
    const leaving = decideLeave(member, key, caller.now);
    await transaction.put('leavings', leaving);
    await transaction.put('cards', { ...card, leaving: true });
    await transaction.put('members', { ...member, leavingAt: leaving.eraseAt });
    return accept({ eraseAt: leaving.eraseAt });
  });
}

/** Stays after all. Somebody who is not leaving gets their home. */
export async function stay(caller: Caller): Promise<Outcome<Home, 'member.unknown' | 'leave.over' | 'busy.tryAgain'>> {
  const [programme, works] = await Promise.all([loadProgramme(caller.now), worksAt(caller.openid, caller.now)]);
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    const account = member === null ? null : await transaction.get('accounts', member.accountId);
    if (member === null || account === null) return refuse('member.unknown');
    const vouchers = await countUsable(member.memberId, dayOf(caller.now, programme.offsetMinutes));
    const avatar = await viewAvatar(member);
    if (member.leavingAt == null) return accept(viewHome(programme, { member, account, vouchers, avatar, works }, caller.now, 0));
    const [leaving, card] = [await transaction.get('leavings', member.memberId), await transaction.get('cards', member.cardNumber)];
    const decided = decideStay(leaving, caller.now);
    if (!decided.ok) return decided;
    if (card === null) throw new Error(`Member ${member.memberId} has no card`);
    const staying = { ...member, leavingAt: null };
    await transaction.put('leavings', decided.value);
    await transaction.put('cards', { ...card, leaving: false });
    await transaction.put('members', staying);
    return accept(viewHome(programme, { member: staying, account, vouchers, avatar, works }, caller.now, 0));
  });
}
