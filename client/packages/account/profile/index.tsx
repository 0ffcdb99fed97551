import { dayOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, groupsOfFour } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { AvatarCard } from '@/features/member/AvatarCard';
import { NewsConsent } from '@/features/member/NewsConsent';
import { PhoneCard } from '@/features/member/PhoneCard';
import { ProfileForm } from '@/features/member/ProfileForm';
import { useHome } from '@/features/member/useHome';
import { useProfile } from '@/features/member/useProfile';
import { serverNow } from '@/platform/serverClock';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** The member's own facts. Taro asks for the default export. */
export default function ProfilePage(): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.member.profile;
  const { home } = useHome('missing');
  const { profile, trouble, load, save, givePhone, forgetPhone, avatar } = useProfile();
  const offsetMinutes = home?.offsetMinutes ?? programmeOffsetMinutes;
  const today = dayOf(serverNow(), offsetMinutes);
  return (
    <Screen title={words.title}>
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
      {profile !== null && (
        <>
          <AvatarCard profile={profile} choice={avatar} load={load} />
          <ProfileForm profile={profile} save={save} today={today} />
          <PhoneCard phone={profile.phone} givePhone={givePhone} forgetPhone={forgetPhone} />
          <NewsConsent on={profile.marketing} save={save} />
          <Card>
            <ListRow title={words.card} end={<View className="num">{groupsOfFour(profile.cardNumber)}</View>} />
            <ListRow title={words.joined} end={<View>{dayText(dayOf(profile.joinedAt, offsetMinutes), language, today)}</View>} />
          </Card>
          <View className="note">
            {words.consent(profile.consentVersion, dayText(dayOf(profile.consentAt, offsetMinutes), language, today))}
          </View>
        </>
      )}
    </Screen>
  );
}
