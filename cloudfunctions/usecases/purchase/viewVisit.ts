import { dayOf } from '@shared/kernel/time';
import { faceShown } from '@shared/member/face';
import type { Card } from '@shared/member/types';
import type { VisitView } from '@shared/purchase/contract';
import type { Visit } from '@shared/purchase/types';
import { periodOn } from '@shared/tier/paidCard';
import { settleAccount } from '@shared/tier/settleAccount';
import { viewTier } from '@shared/tier/view';
import { get } from '../../adapters/database';
import { avatarLinks } from '../member/avatar/avatarLinks';
import { loadProgramme } from '../store/loadProgramme';

/** Who stands at the till: the chosen name, the tier and the settled points, no other personal fact. */
export async function viewVisit(visit: Visit, card: Card | null, now: number): Promise<VisitView> {
  const [programme, account, member] = await Promise.all([
    loadProgramme(now),
    get('accounts', visit.accountId),
    typeof card?.openid === 'string' ? get('members', card.openid) : Promise.resolve(null),
  ]);
  if (account === null) throw new Error(`Visit ${visit._id} names an account that does not exist`);
  const pictures = await avatarLinks(member === null ? [] : [member]);
  const today = dayOf(now, programme.offsetMinutes);
  const { posting, standing } = settleAccount(account, today, programme.tiers);
  const { available, pending, debt } = posting.balance;
  const paid = periodOn(account.paidCard, today);
  const { id, name, multiplier } = viewTier(standing, today, programme.tiers);
  return {
    visitId: visit._id,
    openedAt: visit.openedAt,
    endsAt: visit.endsAt,
    nickname: member?.nickname ?? '',
    avatarUrl: pictures.get(visit.memberId) ?? null,
    cardTail: visit.cardTail,
    tier: { id, name, multiplier },
    face: faceShown(member?.face, { tier: id, hasPaidCard: paid !== null }),
    paidCard: paid?.name ?? null,
    available,
    pending,
    debt,
  };
}
