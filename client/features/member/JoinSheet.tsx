import type { Welcome } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { open as openPage } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { CheckBox } from '@/ui/CheckBox';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { cheer } from '@/ui/toast';
import { loadHome, takeHome } from './homeStore';
import './JoinSheet.scss';

interface JoinSheetProps {
  readonly open: boolean;
  readonly welcome: Welcome;
  readonly onClose: () => void;
}

const nicknameMax = 20;

/** Joining: what is agreed to, nothing ticked beforehand, marketing apart from the rest. */
export function JoinSheet({ open, welcome, onClose }: JoinSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.member.join;
  const [nickname, setNickname] = useState('');
  const [consented, setConsented] = useState(false);
  const [ageConfirmed, setAgeConfirmed] = useState(false);
  const [marketing, setMarketing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const join = async (): Promise<void> => {
    const name = nickname.trim();
    const agreed = { consentVersion: welcome.consentVersion, consented, ageConfirmed, marketing };
    const answer = await call('member', 'member.join', name === '' ? agreed : { ...agreed, nickname: name });
    if (answer.ok) {
      takeHome(answer.value);
      cheer(words.done(numberText(welcome.welcomePoints)));
      onClose();
      return;
    }
    setSaid(refusal(answer.refusal));
    if (answer.refusal.code !== 'member.consentStale') return;
    setConsented(false);
    await loadHome();
  };
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Field label={words.nickname} value={nickname} onChange={setNickname} hint={words.nicknameHint} lengthMax={nicknameMax} />
      <CheckBox
        label={words.consent}
        checked={consented}
        onChange={setConsented}
        beside={<PrivacyLink version={welcome.consentVersion} />}
      />
      <CheckBox label={words.age} checked={ageConfirmed} onChange={setAgeConfirmed} />
      <CheckBox label={words.marketing} checked={marketing} onChange={setMarketing} />
      <View className="join-sheet__said">{said === null ? null : <Notice tone="refused">{said}</Notice>}</View>
      <Button onPress={join} disabled={!consented || !ageConfirmed}>
        {words.submit}
      </Button>
      {(!consented || !ageConfirmed) && <View className="join-sheet__need note">{words.need}</View>}
    </Sheet>
  );
}

function PrivacyLink({ version }: { readonly version: string }): ReactNode {
  const { copy } = useSpeech();
  return (
    <Pressable role="link" className="join-sheet__privacy" onPress={() => openPage('privacy')}>
      {copy.member.join.privacy}（{copy.member.join.version(version)}）
    </Pressable>
  );
}
