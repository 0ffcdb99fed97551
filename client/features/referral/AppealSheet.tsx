import type { FriendView } from '@shared/referral/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { cheer } from '@/ui/toast';

interface AppealSheetProps {
  readonly friend: FriendView;
  readonly onClose: () => void;
  readonly onSent: (friend: FriendView) => void;
}

const wordsMax = 200;

/** Asks, once, that somebody looks at a refused friend again. */
export function AppealSheet({ friend, onClose, onSent }: AppealSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const texts = copy.referral;
  const [words, setWords] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const send = async (): Promise<void> => {
    const input = { friend: friend.id, words: words.trim() };
    const answer = await call('member', 'referral.appeal', { key: await keyFor(input), ...input });
    if (!answer.ok) {
      setSaid(refusal(answer.refusal));
      return;
    }
    done();
    onSent(answer.value);
    onClose();
    cheer(texts.appealed);
  };
  return (
    <Sheet open title={texts.appealTitle} onClose={onClose}>
      <View className="note sheet__lead">{texts.appealNote}</View>
      <Field label={texts.appealWords} hint={texts.appealHint} value={words} onChange={setWords} lengthMax={wordsMax} />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={send} disabled={words.trim() === ''}>
        {texts.appealDo}
      </Button>
    </Sheet>
  );
}
