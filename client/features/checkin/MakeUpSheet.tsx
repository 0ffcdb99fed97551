import type { MakeUpReceipt } from '@shared/checkin/contract';
import type { MakeUpPays } from '@shared/checkin/types';
import type { Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { cheer } from '@/ui/toast';
import { givenText } from './rewardText';
import './MakeUpSheet.scss';

/** A day to be made up, and what with: the best way first; none where there is neither a card nor points enough. */
export interface MakeUpWish {
  readonly day: Day;
  readonly ways: readonly MakeUpPays[];
  readonly pricePoints: number;
}

interface MakeUpSheetProps {
  /** Null: closed. */
  readonly wish: MakeUpWish | null;
  /** What the made-up day itself pays. */
  readonly points: number;
  readonly onClose: () => void;
  readonly onDone: (receipt: MakeUpReceipt) => void;
}

/** Asks with what a missed day is to be made up. */
export function MakeUpSheet({ wish, points, onClose, onDone }: MakeUpSheetProps): ReactNode {
  const speech = useSpeech();
  const { copy, language, refusal } = speech;
  const words = copy.checkin.makeUp;
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const close = (): void => {
    setSaid(null);
    onClose();
  };
  const makeUp = async ({ day }: MakeUpWish, pays: MakeUpPays): Promise<void> => {
    const answer = await call('member', 'checkin.makeUp', { key: await keyFor({ day, pays }), day, pays });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    cheer(told(answer.value, speech));
    onDone(answer.value);
    close();
  };
  return (
    <Sheet open={wish !== null} title={wish === null ? words.key : words.title(dayText(wish.day, language))} onClose={close}>
      {wish !== null && (
        <View className="make-up-sheet">
          <View className="note">{words.lead(points)}</View>
          {said !== null && <Notice tone="refused">{said}</Notice>}
          {wish.ways.length === 0 && <Notice tone="refused">{words.short(wish.pricePoints)}</Notice>}
          {wish.ways.map((pays, index) => (
            <Button key={pays} tone={index === 0 ? 'silk' : 'tint'} onPress={() => makeUp(wish, pays)}>
              {pays === 'card' ? words.byCard : words.byPoints(wish.pricePoints)}
            </Button>
          ))}
          <View className="label">{words.reach}</View>
        </View>
      )}
    </Sheet>
  );
}

/** Everything that a make-up brought. */
function told({ day, points, topUp, milestone }: MakeUpReceipt, { copy, language, say }: Speech): string {
  const words = copy.checkin;
  return words.together([
    words.makeUp.done(dayText(day, language), points),
    ...(topUp === null ? [] : [words.makeUp.toppedUp(givenText(topUp, words, say))]),
    ...(milestone === null ? [] : [words.milestone.reached(milestone.days, givenText(milestone, words, say))]),
  ]);
}
