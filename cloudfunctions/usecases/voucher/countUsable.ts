import type { Day } from '@shared/kernel/time';
import { sumOf } from '../../adapters/database';

/** How many vouchers of a member can be used today or later, gifts on offer included. */
export async function countUsable(memberId: string, today: Day): Promise<number> {
  const filter = { memberId, state: { anyOf: ['issued', 'gifting'] }, endsOn: { op: 'gte' as const, value: today } };
  return (await sumOf('vouchers', filter, [])).count;
}
