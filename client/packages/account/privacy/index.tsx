import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { PrivacyText } from '@/features/member/PrivacyText';
import { RightsCard } from '@/features/member/RightsCard';
import { useHome } from '@/features/member/useHome';
import { Screen } from '@/ui/Screen';
import './index.scss';

/** The privacy notice, readable before joining too. Taro asks for the default export. */
export default function PrivacyPage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  return (
    <Screen title={copy.memberPrivacy.title} withCode={false}>
      {home?.joined === false && <View className="privacy-page__version note">{copy.member.join.version(home.consentVersion)}</View>}
      <PrivacyText />
      {home?.joined === true && <RightsCard home={home} />}
    </Screen>
  );
}
