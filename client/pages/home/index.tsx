import { clockOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { CheckinCard } from '@/features/checkin/CheckinCard';
import { CardBones } from '@/ui/CardBones';
import { PlayTeaser } from '@/features/game/PlayTeaser';
import { Greeting } from '@/features/member/Greeting';
import { loadHome, takeCheckin, takeNotices } from '@/features/member/homeStore';
import { LeavingNotice } from '@/features/member/LeavingNotice';
import { MemberCard } from '@/features/member/MemberCard';
import { MemberCardBones } from '@/features/member/MemberCardBones';
import { AskCard } from '@/features/message/AskCard';
import { BellKey } from '@/features/message/BellKey';
import { NewMessageSheet } from '@/features/message/NewMessageSheet';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { WelcomeCard } from '@/features/member/WelcomeCard';
import { TierOrnament } from '@/features/tier/TierOrnament';
import { TierProgress } from '@/features/tier/TierProgress';
import { open } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { usePull } from '@/platform/usePull';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Pressable } from '@/ui/Pressable';
import { Screen } from '@/ui/Screen';
import { ThemeKey } from '@/ui/ThemeKey';
import './index.scss';

const programmeOffsetMinutes = 480;

const shortcuts = [
  ['vouchers', 'ticket'],
  ['statement', 'statement'],
  ['calendar', 'calendar'],
  ['invite', 'rewards'],
] as const satisfies readonly (readonly [string, IconName])[];

/** The home tab. Taro asks for the default export. */
export default function HomePage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  usePull(loadHome);
  const { home, trouble } = state;
  const hour = Number(clockOf(serverNow(), home?.offsetMinutes ?? programmeOffsetMinutes).slice(0, 2));
  const bar = (
    <Greeting hour={hour} nickname={home?.joined === true ? home.nickname : null}>
      {home?.joined === true && <BellKey unread={home.notices.unread} />}
      <ThemeKey />
    </Greeting>
  );
  return (
    <Screen title={copy.house.tabs.home} tab="home" bar={bar}>
      <OfflineNotice state={state} />
      {home === null && trouble === null && <HomeBones />}
      {home?.joined === false && <WelcomeCard welcome={home} ornament={<TierOrnament tier="lantern" />} />}
      {home?.joined === true && (
        <>
          <LeavingNotice home={home} />
          <MemberCard
            home={home}
            ornament={<TierOrnament tier={home.tier.id} />}
            progress={<TierProgress tier={home.tier} today={home.checkin.today} />}
          />
          <CheckinCard checkin={home.checkin} onDone={takeCheckin} onStale={() => void loadHome()} />
          {home.checkin.doneToday && <AskCard topics={['checkin']} notices={home.notices} onChange={takeNotices} />}
          <Shortcuts vouchers={home.vouchers} />
          <PlayTeaser />
          <NewMessageSheet unread={home.notices.unread} offsetMinutes={home.offsetMinutes} />
        </>
      )}
    </Screen>
  );
}

function HomeBones(): ReactNode {
  return (
    <>
      <MemberCardBones />
      <CardBones />
    </>
  );
}

function Shortcuts({ vouchers }: { readonly vouchers: number }): ReactNode {
  const { copy } = useSpeech();
  return (
    <View className="home-shortcuts">
      {shortcuts.map(([route, icon]) => (
        <Pressable key={route} role="link" className="home-shortcuts__one" onPress={() => open(route)}>
          <View className="home-shortcuts__icon">
            <Icon name={icon} />
          </View>
          {copy.member.shortcuts[route]}
          {route === 'vouchers' && vouchers > 0 && <View className="home-shortcuts__count num">{vouchers}</View>}
        </Pressable>
      ))}
    </View>
  );
}
