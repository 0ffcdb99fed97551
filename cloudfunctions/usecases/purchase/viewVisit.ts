import { dayOf } from '@shared/kernel/time';
import { open } from '@shared/ledger/posting';
import { settle } from '@shared/ledger/settle';
import type { Card } from '@shared/member/types';
import type { VisitView } from '@shared/purchase/contract';
import type { Visit } from '@shared/purchase/types';
import { tierOf } from '@shared/tier/find';
import { get } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';

/** Who stands at the till: the chosen name, the tier and the settled points, no other personal fact. */
export async function viewVisit(visit: Visit, card: Card | null, now: number): Promise<VisitView> {
  const [programme, account, member] = await Promise.all([
    loadProgramme(now),
    get('accounts', visit.accountId),
    typeof card?.openid === 'string' ? get('members', card.openid) : Promise.resolve(null),
  ]);
  if (account === null) throw new Error(`Visit ${visit._id} names an account that does not exist`);
  const { available, pending, debt } = settle(open(account), dayOf(now, programme.offsetMinutes)).balance;
  const { id, name, multiplier } = tierOf(programme.tiers, account.tier);
  return {
    visitId: visit._id,
    openedAt: visit.openedAt,
    endsAt: visit.endsAt,
    nickname: member?.nickname ?? '',
    cardTail: visit.cardTail,
    tier: { id, name, multiplier },
    available,
    pending,
    debt,
  };
}
