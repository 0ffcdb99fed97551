import type { Profile } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Avatar } from '@/ui/Avatar';
import { AvatarKey } from '@/ui/AvatarKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { aria } from '@/ui/aria';
import { cheer, decline, remark } from '@/ui/toast';
import type { AvatarChoice } from './useAvatar';
import './AvatarCard.scss';

interface AvatarCardProps {
  readonly profile: Profile;
  readonly choice: AvatarChoice;
  readonly load: () => Promise<void>;
}

const canvasId = 'avatar-drawn';
/** A verdict often comes within seconds; after two minutes the page is looked at again later. */
const lookEveryMs = 5_000;
const looksMax = 24;

/** The member's picture: what others see, what became of the last one, choosing another, taking it away. */
export function AvatarCard({ profile, choice, load }: AvatarCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.memberAvatar;
  const [busy, setBusy] = useState(false);
  const { avatar } = profile;
  useVerdict(avatar.state, load);
  const take = async (source: string): Promise<void> => {
    setBusy(true);
    const failed = await choice.choose(profile, source, canvasId);
    setBusy(false);
    if (failed === null) cheer(words.sent);
    else if ('failure' in failed) decline(words[failed.failure]);
    else decline(refusal(failed));
  };
  const remove = async (): Promise<void> => {
    const refused = await choice.remove();
    if (refused === null) remark(words.removed);
    else decline(refusal(refused));
  };
  return (
    <Card>
      <SectionHead title={words.title} />
      <Standing profile={profile} busy={busy} />
      <AvatarKey id={canvasId} onPicture={(source) => void take(source)}>
        {avatar.url === null ? words.choose : words.change}
      </AvatarKey>
      {avatar.url !== null && (
        <Button tone="plain" size="small" onPress={remove}>
          {words.remove}
        </Button>
      )}
    </Card>
  );
}

function Standing({ profile: { avatar, nickname }, busy }: { readonly profile: Profile; readonly busy: boolean }): ReactNode {
  const words = useSpeech().copy.memberAvatar;
  return (
    <View className="row avatar-card">
      <View className="avatar-card__face" {...aria({ hidden: true })}>
        <Avatar url={avatar.url} name={nickname} />
      </View>
      <View className="grow">
        <View className={`avatar-card__state avatar-card__state--${avatar.state}`} {...aria({ role: 'status' })}>
          {busy ? words.working : words.states[avatar.state]}
        </View>
        <View className="note">{words.lead}</View>
      </View>
    </View>
  );
}

/** Asks again for a while when a picture is being checked. */
function useVerdict(state: Profile['avatar']['state'], load: () => Promise<void>): void {
  useEffect(() => {
    if (state !== 'checking') return undefined;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= looksMax) clearInterval(timer);
      void load();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [state, load]);
}
