import { avatarSidePx } from '@shared/member/avatar/admitPicture';
import type { Refusal } from '@shared/kernel/refusal';
import type { Profile } from '@shared/member/contract';
import { call, type CodeOf } from '@/platform/call';
import type { UploadedPicture } from '@/platform/types';
import { uploadPicture } from '@/platform/uploadPicture';
import { useIntentKey } from '@/platform/useIntentKey';
import { takeAvatar } from './homeStore';

type AvatarRefusal = Refusal<CodeOf<'member', 'member.chooseAvatar'> | CodeOf<'member', 'member.removeAvatar'>>;

export interface AvatarChoice {
  /** Uploads a picture and chooses it. Gives null when it was taken, else why not: the phone's reason, or a refusal. */
  readonly choose: (
    profile: Profile,
    source: string,
    canvasId: string,
  ) => Promise<AvatarRefusal | Extract<UploadedPicture, { failure: string }> | null>;
  readonly remove: () => Promise<AvatarRefusal | null>;
}

/** The ways to change the member's picture; `take` is given the profile as it is then. */
export function useAvatar(take: (profile: Profile) => void): AvatarChoice {
  const { keyFor, done } = useIntentKey();
  const show = (profile: Profile): void => {
    take(profile);
    takeAvatar(profile.avatar);
  };
  return {
    choose: async ({ uploadFolder }, source, canvasId) => {
      const key = await keyFor(source);
      const uploaded = await uploadPicture(source, `${uploadFolder}/${key}.jpg`, avatarSidePx, canvasId);
      if ('failure' in uploaded) return uploaded;
      const answer = await call('member', 'member.chooseAvatar', { key, fileId: uploaded.fileId });
      if (!answer.ok) return answer.refusal;
      done();
      show(answer.value);
      return null;
    },
    remove: async () => {
      const answer = await call('member', 'member.removeAvatar', {});
      if (!answer.ok) return answer.refusal;
      show(answer.value);
      return null;
    },
  };
}
