import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PickupPage } from '@shared/reward/contract';
import { viewPickup } from '@shared/reward/view';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadMall, offeredAs } from './loadMall';

const pageRows = 20;
/** Room for units redeemed in the very millisecond at which a page ends. */
const sameInstantMax = 10;

/** The caller's pick-ups, newest first. The cursor is `<redeemed at>~<unit>` of the last one shown. */
export async function mine(caller: Caller, input: { cursor?: string | undefined }): Promise<Outcome<PickupPage, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const [at = '', lastId = ''] = (input.cursor ?? '').split('~');
  const units = await find(
    'units',
    { memberId: member.value.memberId, redeemedAt: { op: 'lte', value: Number(at) > 0 ? Number(at) : Number.MAX_SAFE_INTEGER } },
    {
      limit: pageRows + sameInstantMax,
      order: [
        ['redeemedAt', 'desc'],
        ['_id', 'asc'],
      ],
    },
  );
  const rest = units.filter((unit) => String(unit.redeemedAt) !== at || unit._id > lastId);
  const shown = rest.slice(0, pageRows);
  const mall = await loadMall(caller.now);
  const last = shown.at(-1);
  return accept({
    pickups: shown.map((unit) => viewPickup(unit, offeredAs(unit, mall), mall.shops)),
    next: rest.length > pageRows && last !== undefined ? `${last.redeemedAt}~${last._id}` : null,
  });
}
