import { accept, refuse, type Outcome } from '../../kernel/refusal';
import type { Day } from '../../kernel/time';
import type { Avatar, AvatarView, MemberAvatar } from './types';

/** Pictures a member may choose on one day: each costs a check, and checks are counted by the platform. */
export const choicesPerDay = 10;

const none: MemberAvatar = { shown: null, latest: null, day: '', count: 0 };

/** Somebody's pictures; none until they have chosen one. */
export function avatarOf({ avatar }: { readonly avatar?: MemberAvatar }): MemberAvatar {
  return avatar ?? none;
}

/** The file that everybody may see; null without one. */
export function shownFileOf(member: { readonly avatar?: MemberAvatar }): string | null {
  return avatarOf(member).shown?.fileId ?? null;
}

/** Takes a new picture as the latest choice. What is shown stays until the new one may be shown. */
export function takeChoice(
  before: MemberAvatar,
  choice: { readonly id: string; readonly fileId: string },
  today: Day,
): Outcome<MemberAvatar, 'avatar.dayLimit'> {
  const count = before.day === today ? before.count : 0;
  if (count >= choicesPerDay) return refuse('avatar.dayLimit', { max: choicesPerDay });
  return accept({ ...before, latest: { ...choice, state: 'checking' }, day: today, count: count + 1 });
}

/** A member's pictures after one of theirs has come to another state; a picture that is neither shown nor the latest changes nothing. */
export function takeOutcome(before: MemberAvatar, { _id: id, fileId, state }: Avatar): MemberAvatar {
  const { shown, latest } = before;
  const isLatest = latest?.id === id;
  const isShown = shown?.id === id;
  if (!isLatest && !isShown) return before;
  if (state === 'shown') return isLatest && fileId !== null ? { ...before, shown: { id, fileId }, latest: null } : before;
  if (state === 'review' || state === 'refused') {
    const kept = { id, fileId: state === 'review' ? fileId : null, state };
    return { ...before, shown: isShown ? null : shown, latest: isLatest || latest === null ? kept : latest };
  }
  return before;
}

/** What the owner's phone shows, and the file behind it: the latest choice, or while that has none what everybody sees. */
export function viewOwn({ shown, latest }: MemberAvatar): { readonly state: AvatarView['state']; readonly fileId: string | null } {
  const state = latest?.state ?? (shown === null ? 'none' : 'shown');
  return { state, fileId: latest?.fileId ?? shown?.fileId ?? null };
}
