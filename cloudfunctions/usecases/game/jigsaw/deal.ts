import { dealBoard } from '@shared/game/jigsaw/board';
import type { AttemptView } from '@shared/game/jigsaw/contract';
import { attemptEnd } from '@shared/game/jigsaw/decideSolution';
import type { JigsawAttempt } from '@shared/game/jigsaw/types';
import { isOpen } from '@shared/game/isOpen';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadJigsaws } from './loadJigsaws';
import { viewAttempt } from './view';

type DealRefusal = 'member.unknown' | 'key.reused' | 'jigsaw.unknown' | 'jigsaw.closed' | 'jigsaw.used' | 'busy.tryAgain';

/**
 * Deals a shuffle of today. One whose time still runs is given instead, so that nobody can throw a hard one away; the same key gives its
 * attempt again, whatever has become of it.
 */
export async function deal(
  caller: Caller,
  { key, jigsawId }: { key: string; jigsawId: string },
): Promise<Outcome<AttemptView, DealRefusal>> {
  const { now, device, random } = caller;
  const [member, programme, jigsaws] = await Promise.all([findMember(caller), loadProgramme(now), loadJigsaws(now)]);
  if (!member.ok) return member;
  const [earlier] = await find('jigsawAttempts', { memberId: member.value.memberId, key }, { limit: 1 });
  if (earlier !== undefined) return earlier.jigsawId === jigsawId ? accept(viewAttempt(earlier)) : refuse('key.reused');
  const jigsaw = jigsaws.get(jigsawId);
  if (jigsaw === undefined) return refuse('jigsaw.unknown');
  const { memberId } = member.value;
  const { size, secondsMax, perDay } = jigsaw;
  const day = dayOf(now, programme.offsetMinutes);
  const fresh = { key, memberId, device, jigsawId, day, size, secondsMax, board: dealBoard(size, random), dealtAt: now };
  return transact(async (transaction) => {
    for (let n = 1; n <= perDay; n += 1) {
      const _id = `${memberId}:${jigsawId}:${day}:${n}`;
      const before = await transaction.get('jigsawAttempts', _id);
      const going = before !== null && before.solution === null && now < attemptEnd(before);
      if (before !== null && (before.key === key || going)) return accept(viewAttempt(before));
      if (before !== null) continue;
      if (!isOpen(jigsaw, day)) return refuse('jigsaw.closed');
      const attempt: JigsawAttempt = { _id, n, ...fresh, solution: null, first: false, points: 0, chances: 0 };
      await transaction.add('jigsawAttempts', [attempt]);
      return accept(viewAttempt(attempt));
    }
    return refuse('jigsaw.used', { max: perDay });
  });
}
