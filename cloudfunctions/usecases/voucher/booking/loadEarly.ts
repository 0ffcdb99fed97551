import { dayOf } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { tierRow } from '@shared/tier/move';
import { settleAccount } from '@shared/tier/settleAccount';
import type { EarlyAccess } from '@shared/voucher/booking/contract';
import type { Timetable } from '@shared/voucher/booking/types';
import { get } from '../../../adapters/database';
import { loadProgramme } from '../../store/loadProgramme';

/**
 * By how many days booking of a timetable opens earlier for the tiers whose benefit that is (`earlyAccess` of product.md's table), and
 * whether the member's is one of them, as of now. Null where it opens for everybody at once.
 */
export async function loadEarly(
  { accountId }: Pick<Member, 'accountId'>,
  { earlyAccessDays: days }: Timetable,
  now: number,
): Promise<EarlyAccess | null> {
  const [{ tiers, offsetMinutes }, account] = await Promise.all([loadProgramme(now), get('accounts', accountId)]);
  const first = tiers.filter(({ earlyAccess }) => earlyAccess).map(({ name }) => name);
  if (days === 0 || first.length === 0 || account === null) return null;
  const { standing } = settleAccount(account, dayOf(now, offsetMinutes), tiers);
  return { days, tiers: first, mine: tierRow(tiers, standing.tier).earlyAccess };
}
