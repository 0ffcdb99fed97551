import type { Refusal } from '@shared/kernel/refusal';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { SpokenCode } from '@/copy/sentences';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import './PartSheet.scss';

interface PartSheetProps {
  readonly open: boolean;
  readonly title: string;
  /** What becomes of points and people. */
  readonly note: string;
  readonly does: string;
  /** Does it; gives null, or why not. */
  readonly act: () => Promise<Refusal<SpokenCode> | null>;
  readonly onClose: () => void;
}

/** Asks once more before somebody parts from an account, and says what that means. */
export function PartSheet({ open, title, note, does, act, onClose }: PartSheetProps): ReactNode {
  const { refusal } = useSpeech();
  const [said, setSaid] = useState<string | null>(null);
  const part = async (): Promise<void> => {
    const refused = await act();
    setSaid(refused === null ? null : refusal(refused));
  };
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="note part-sheet__note">{note}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={part}>{does}</Button>
    </Sheet>
  );
}
