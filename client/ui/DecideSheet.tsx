import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import { Field } from './Field';
import { Notice } from './Notice';
import { Sheet } from './Sheet';
import './DecideSheet.scss';

interface DecideSheetProps {
  readonly title: string;
  readonly words: {
    readonly reason: string;
    readonly reasonHint: string;
    readonly means: string;
    readonly approve: string;
    readonly refuse: string;
  };
  /** What is decided about. */
  readonly children: ReactNode;
  /** Gives null when it is decided, else why it could not be, in a sentence. */
  readonly decide: (approve: boolean, reason: string) => Promise<string | null>;
  readonly onClose: () => void;
}

const reasonMax = 200;

/** A decision with a reason: yes or no. Until the answer is there both keys are busy and the sheet stays. */
export function DecideSheet({ title, words, children, decide, onClose }: DecideSheetProps): ReactNode {
  const [written, setWritten] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reason = written.trim();
  const press = async (approve: boolean): Promise<void> => {
    setBusy(true);
    const refused = await decide(approve, reason);
    setBusy(false);
    setSaid(refused);
  };
  const shut = busy || reason === '';
  return (
    <Sheet open title={title} {...(busy ? {} : { onClose })}>
      {children}
      <Field label={words.reason} hint={words.reasonHint} value={written} onChange={setWritten} lengthMax={reasonMax} />
      <View className="decide-sheet__note note">{words.means}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <View className="decide-sheet__keys">
        <Button tone="plain" disabled={shut} onPress={() => press(false)}>
          {words.refuse}
        </Button>
        <Button disabled={shut} onPress={() => press(true)}>
          {words.approve}
        </Button>
      </View>
    </Sheet>
  );
}
