import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { CodePanel } from '@/features/member/CodePanel';
import { heldSecret } from '@/features/member/codeSecret';
import { loadHome } from '@/features/member/homeStore';
import { JoinSheet } from '@/features/member/JoinSheet';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { useBrightScreen } from '@/platform/useBrightScreen';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import './index.scss';

/** The member code, one tap from anywhere; drawn at once from what this phone holds. Taro asks for the default export. */
export default function CodePage(): ReactNode {
  const { copy, say } = useSpeech();
  const state = useHome('always');
  useBrightScreen();
  const { home } = state;
  const secret = heldSecret();
  const words = copy.member.code;
  const member = home?.joined === true ? home : null;
  return (
    <Screen title={words.title} tone="night" withCode={false}>
      <View className="code-page">
        {secret !== null && member !== null && (
          <>
            <CodePanel
              secret={secret}
              owner={words.owner(member.nickname || copy.member.friend, say(member.tier.name))}
              face={member.face}
            />
            <View className="code-page__points num">{words.points(numberText(member.points.available))}</View>
            <View className="code-page__hint">{words.hint}</View>
            <View className="code-page__hint">{words.typed}</View>
          </>
        )}
        {(secret === null || member === null) && <WithoutCode state={state} />}
      </View>
    </Screen>
  );
}

function WithoutCode({ state }: { readonly state: ReturnType<typeof useHome> }): ReactNode {
  const { copy } = useSpeech();
  const [joining, setJoining] = useState(false);
  const { home, trouble } = state;
  const words = copy.member.code;
  if (home?.joined === false) {
    return (
      <View className="code-page__empty">
        <View className="code-page__lead">{words.joinFirst}</View>
        <Button tone="cream" onPress={() => setJoining(true)}>
          {copy.member.welcome.join}
        </Button>
        <JoinSheet open={joining} welcome={home} onClose={() => setJoining(false)} />
      </View>
    );
  }
  if (trouble === null) return <CodeBones />;
  return (
    <View className="code-page__empty">
      <OfflineNotice state={state} />
      <View className="code-page__lead">{words.noSecret}</View>
      <Button tone="cream" onPress={loadHome}>
        {words.fetch}
      </Button>
    </View>
  );
}

function CodeBones(): ReactNode {
  return (
    <View className="code-page__bones">
      <Skeleton>
        <Bone width="half" height="line" />
        <Bone width="full" height="block" />
        <Bone width="full" height="block" />
        <Bone width="full" height="block" />
        <Bone width="half" height="number" />
      </Skeleton>
    </View>
  );
}
