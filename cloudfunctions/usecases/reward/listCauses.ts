import { accept, type Outcome } from '@shared/kernel/refusal';
import type { CauseList } from '@shared/reward/contract';
import { sumOf } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadCauses } from './loadCauses';

/** The causes, what everybody gave to each and what the caller gave. */
export async function listCauses(caller: Caller): Promise<Outcome<CauseList, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const { causes, given } = await loadCauses(caller.now);
  const shown = causes.filter((cause) => cause.active);
  const mine = await Promise.all(shown.map(({ _id }) => sumOf('donations', { memberId, causeId: _id }, ['points'])));
  return accept({
    causes: shown.map(({ _id, name, detail, amounts }, index) => {
      const own = mine[index]?.points ?? 0;
      // What is kept for 30 s may not know of the caller's latest gift yet.
      return { id: _id, name, detail, amounts, given: Math.max(given.get(_id) ?? 0, own), mine: own };
    }),
  });
}
