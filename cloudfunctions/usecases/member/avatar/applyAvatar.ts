import { avatarOf, takeOutcome } from '@shared/member/avatar/memberAvatar';
import { moveTo } from '@shared/member/avatar/judgeAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Transaction } from '../../../adapters/transact';
import { queueMessage } from '../../message/queueMessage';

/**
 * Writes what became of a picture, in the caller's transaction: its document, its member's pictures, the one it takes the place of, and
 * a message to the member when it was refused. Gives the pictures whose files have to go now. At most eight operations.
 */
export async function applyAvatar(transaction: Transaction, before: Avatar, after: Avatar, at: number): Promise<readonly Avatar[]> {
  if (after === before) return [];
  await transaction.put('avatars', after);
  if (after.state === before.state) return [];
  const member = await transaction.get('members', after.openid);
  const over: Avatar[] = after.state === 'refused' ? [after] : [];
  if (member === null) return over;
  const [had, has] = [avatarOf(member), takeOutcome(avatarOf(member), after)];
  if (has !== had) await transaction.put('members', { ...member, avatar: has });
  if (has.shown !== null && had.shown !== null && had.shown.id !== has.shown.id) over.push(...(await end(transaction, had.shown.id, at)));
  if (after.state === 'refused') {
    await queueMessage(transaction, draftMessage({ kind: 'avatarRefused', source: after._id, memberId: after.memberId, facts: {} }, at));
  }
  return over;
}

/** Ends a picture that another takes the place of. */
export async function end(
  transaction: Transaction,
  avatarId: string,
  at: number,
  as: 'replaced' | 'removed' = 'replaced',
): Promise<readonly Avatar[]> {
  const old = await transaction.get('avatars', avatarId);
  if (old === null || old.state === 'refused' || old.state === 'replaced' || old.state === 'removed') return [];
  const ended = moveTo(old, as, at);
  await transaction.put('avatars', ended);
  return [ended];
}
