import { dayOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { ProfileForm } from '@/features/member/ProfileForm';
import { useHome } from '@/features/member/useHome';
import { useProfile } from '@/features/member/useProfile';
import { serverNow } from '@/platform/serverClock';
import { Card } from '@/ui/Card';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** The member's own facts. Taro asks for the default export. */
export default function ProfilePage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  const { profile, trouble, load, save } = useProfile();
  const offsetMinutes = home?.offsetMinutes ?? programmeOffsetMinutes;
  return (
    <Screen title={copy.member.profile.title}>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {profile === null && trouble === null && (
        <Card>
          <Skeleton>
            <Bone width="third" height="line" />
            <Bone width="full" height="button" />
            <Bone width="third" height="line" />
            <Bone width="full" height="button" />
          </Skeleton>
        </Card>
      )}
      {profile !== null && <ProfileForm profile={profile} save={save} today={dayOf(serverNow(), offsetMinutes)} offsetMinutes={offsetMinutes} />}
    </Screen>
  );
}
