import type { Refusal } from '@shared/kernel/refusal';
import type { Profile } from '@shared/member/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useShown } from '@/platform/useShown';
import { takeAvatar, takeNickname } from './homeStore';
import { type AvatarChoice, useAvatar } from './useAvatar';

type ProfileRefusal = Refusal<
  CodeOf<'member', 'member.profile'> | CodeOf<'member', 'member.updateProfile'> | CodeOf<'member', 'member.givePhone'>
>;

/** What may be changed; what is left out stays. */
export interface ProfileChange {
  readonly nickname?: string;
  readonly birthday?: string;
  readonly marketing?: boolean;
}

export interface ProfileState {
  readonly profile: Profile | null;
  readonly trouble: ProfileRefusal | null;
  readonly load: () => Promise<void>;
  /** Gives null when it was saved, else why not. */
  readonly save: (change: ProfileChange) => Promise<ProfileRefusal | null>;
  /** Gives the number behind the platform's code; as `save`. */
  readonly givePhone: (key: string, code: string) => Promise<ProfileRefusal | null>;
  readonly forgetPhone: () => Promise<ProfileRefusal | null>;
  readonly avatar: AvatarChoice;
}

/** The member's personal facts, fetched whenever the page is shown, and the way to change them. */
export function useProfile(): ProfileState {
  const [profile, setProfile] = useState<Profile | null>(null);
  const [trouble, setTrouble] = useState<ProfileRefusal | null>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'member.profile', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setProfile(answer.value);
    takeAvatar(answer.value.avatar);
  }, []);
  const save = useCallback(async (change: ProfileChange) => {
    const answer = await call('member', 'member.updateProfile', change);
    if (!answer.ok) return answer.refusal;
    setProfile(answer.value);
    takeNickname(answer.value.nickname);
    return null;
  }, []);
  const givePhone = useCallback(async (key: string, code: string) => {
    const answer = await call('member', 'member.givePhone', { key, code });
    if (answer.ok) setProfile(answer.value);
    return answer.ok ? null : answer.refusal;
  }, []);
  const forgetPhone = useCallback(async () => {
    const answer = await call('member', 'member.forgetPhone', {});
    if (answer.ok) setProfile(answer.value);
    return answer.ok ? null : answer.refusal;
  }, []);
  const avatar = useAvatar(setProfile);
  useShown(() => void load());
  return { profile, trouble, load, save, givePhone, forgetPhone, avatar };
}
