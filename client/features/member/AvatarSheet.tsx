import type { AvatarReviewRow } from '@shared/member/avatar/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { DecideSheet } from '@/ui/DecideSheet';
import { Picture } from '@/ui/Picture';
import { cheer, decline } from '@/ui/toast';
import './AvatarQueue.scss';

interface AvatarSheetProps {
  readonly row: AvatarReviewRow;
  readonly onClose: () => void;
  /** It waits no more: decided here, by a colleague, or changed by its owner. */
  readonly onDecided: (avatarId: string) => void;
}

/** Decides whether one picture may be shown, with a reason. */
export function AvatarSheet({ row: { avatarId, url }, onClose, onDecided }: AvatarSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.memberAvatar.office;
  const decide = async (approve: boolean, reason: string): Promise<string | null> => {
    const answer = await call('console', 'member.decideAvatar', { avatarId, approve, reason });
    const waitsNoMore = answer.ok || answer.refusal.code === 'avatar.decided' || answer.refusal.code === 'avatar.unknown';
    if (!waitsNoMore) return refusal(answer.refusal);
    onDecided(avatarId);
    onClose();
    if (answer.ok) cheer(approve ? words.approved : words.refused);
    else decline(refusal(answer.refusal));
    return null;
  };
  return (
    <DecideSheet title={words.sheet} words={words} decide={decide} onClose={onClose}>
      <View className="avatar-queue__picture">{url !== null && <Picture source={url} label={words.picture} />}</View>
    </DecideSheet>
  );
}
