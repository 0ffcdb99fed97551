import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';

type ShowOutcome = Outcome<{ readonly nameShown: boolean }, 'member.unknown' | 'busy.tryAgain'>;

/** Whether the caller's nickname stands in the race's list. Off until they say so; saying the same again changes nothing. */
export async function showRaceName(caller: Caller, { show }: { show: boolean }): Promise<ShowOutcome> {
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    if (member.raceName !== show) await transaction.put('members', { ...member, raceName: show });
    return accept({ nameShown: show });
  });
}
