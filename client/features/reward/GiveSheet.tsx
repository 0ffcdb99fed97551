import type { CauseView } from '@shared/reward/cause';
import type { DonationReceipt } from '@shared/reward/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';

interface GiveSheetProps {
  /** What is about to be given; null when the sheet is closed. */
  readonly wanted: { readonly cause: CauseView; readonly points: number } | null;
  readonly available: number;
  readonly onClose: () => void;
  readonly onDone: (receipt: DonationReceipt) => void;
}

/** Asks once more, says that points given do not come back, and gives them. */
export function GiveSheet({ wanted, available, onClose, onDone }: GiveSheetProps): ReactNode {
  const { copy, say, refusal } = useSpeech();
  const words = copy.rewardCause;
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const give = async (causeId: string, points: number): Promise<void> => {
    const answer = await call('member', 'reward.donate', { key: await keyFor([causeId, points]), causeId, points });
    if (!answer.ok) {
      setSaid(refusal(answer.refusal));
      return;
    }
    setSaid(null);
    done();
    onDone(answer.value);
  };
  return (
    <Sheet open={wanted !== null} title={wanted === null ? '' : words.ask(say(wanted.cause.name))} onClose={onClose}>
      {wanted !== null && (
        <>
          <View>{words.askNote(numberText(wanted.points), numberText(available - wanted.points))}</View>
          <View className="note">{words.final}</View>
          {said !== null && <Notice tone="refused">{said}</Notice>}
          <Button onPress={() => give(wanted.cause.id, wanted.points)}>{words.confirm}</Button>
        </>
      )}
    </Sheet>
  );
}
