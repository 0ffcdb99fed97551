import type { Welcome } from '@shared/member/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open as openPage } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { CheckBox } from '@/ui/CheckBox';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { useJoin } from './useJoin';
import './JoinSheet.scss';

interface JoinSheetProps {
  readonly open: boolean;
  readonly welcome: Welcome;
  readonly onClose: () => void;
}

const nicknameMax = 20;

/** Joining: what is agreed to, nothing ticked beforehand, marketing apart from the rest. */
export function JoinSheet({ open, welcome, onClose }: JoinSheetProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.member.join;
  const { draft, change, said, join } = useJoin(welcome, onClose);
  const ready = draft.consented && draft.ageConfirmed;
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Field
        label={words.nickname}
        hint={words.nicknameHint}
        value={draft.nickname}
        onChange={(nickname) => change({ nickname })}
        lengthMax={nicknameMax}
      />
      <CheckBox
        label={words.consent}
        checked={draft.consented}
        onChange={(consented) => change({ consented })}
        beside={<PrivacyLink version={welcome.consentVersion} />}
      />
      <CheckBox label={words.age} checked={draft.ageConfirmed} onChange={(ageConfirmed) => change({ ageConfirmed })} />
      <CheckBox label={words.marketing} checked={draft.marketing} onChange={(marketing) => change({ marketing })} />
      <View className="join-sheet__said">{said === null ? null : <Notice tone="refused">{said}</Notice>}</View>
      <Button onPress={join} disabled={!ready}>
        {words.submit}
      </Button>
      {!ready && <View className="join-sheet__need note">{words.need}</View>}
    </Sheet>
  );
}

function PrivacyLink({ version }: { readonly version: string }): ReactNode {
  const { copy } = useSpeech();
  return (
    <Pressable role="link" className="join-sheet__privacy" onPress={() => openPage('privacy')}>
      {copy.member.join.privacyOf(version)}
    </Pressable>
  );
}
