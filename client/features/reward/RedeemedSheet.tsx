import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Sheet } from '@/ui/Sheet';
import type { Redeemed } from './RedeemSheet';
import './RedeemedSheet.scss';

interface RedeemedSheetProps {
  /** What was just redeemed; null when the sheet is closed. */
  readonly redeemed: Redeemed | null;
  readonly onClose: () => void;
  readonly onShow: (redeemed: Redeemed) => void;
}

/** A small joy after redeeming, and the way to the pick-up code. */
export function RedeemedSheet({ redeemed, onClose, onShow }: RedeemedSheetProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.reward;
  return (
    <Sheet open={redeemed !== null} title={words.done} onClose={onClose}>
      {redeemed !== null && (
        <View className="redeemed-sheet">
          <View className="redeemed-sheet__icon">
            <Icon name="rewards" size="large" />
          </View>
          <View className="redeemed-sheet__name">{say(redeemed.reward.name)}</View>
          <View className="redeemed-sheet__note note">{words.doneNoteOf[redeemed.reward.kind]}</View>
          <Button onPress={() => onShow(redeemed)}>{words.showOf[redeemed.reward.kind]}</Button>
          <Button tone="plain" onPress={onClose}>
            {words.later}
          </Button>
        </View>
      )}
    </Sheet>
  );
}
