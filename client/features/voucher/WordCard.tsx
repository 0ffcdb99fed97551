import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Field } from '@/ui/Field';
import { cheer } from '@/ui/toast';

const wordMax = 40;

/** Claiming by the word of a poster. */
export function WordCard({ onClaimed }: { readonly onClaimed: () => void }): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.voucher.coupons;
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const { keyFor, done } = useIntentKey();
  const typed = word.trim();
  const claim = async (): Promise<void> => {
    if (typed === '') return;
    const answer = await call('member', 'voucher.claimByWord', { key: await keyFor(typed), word: typed });
    if (!answer.ok) {
      setWrong(refusal(answer.refusal));
      return;
    }
    done();
    setWord('');
    onClaimed();
    cheer(words.got);
  };
  const change = (text: string): void => {
    setWord(text);
    setWrong(undefined);
  };
  return (
    <Card>
      <Field
        label={words.word}
        hint={words.wordHint}
        value={word}
        wrong={wrong}
        lengthMax={wordMax}
        onChange={change}
        onConfirm={() => void claim()}
      />
      <Button tone="tint" disabled={typed === ''} onPress={claim}>
        {words.wordGo}
      </Button>
    </Card>
  );
}
