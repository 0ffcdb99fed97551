import type { PickupView } from '@shared/reward/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Sheet } from '@/ui/Sheet';
import './RedeemedSheet.scss';

interface RedeemedSheetProps {
  /** What was just redeemed; null when the sheet is closed. */
  readonly pickup: PickupView | null;
  readonly onClose: () => void;
  readonly onShow: (pickup: PickupView) => void;
}

/** A small joy after redeeming, and the way to the pick-up code. */
export function RedeemedSheet({ pickup, onClose, onShow }: RedeemedSheetProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.reward;
  return (
    <Sheet open={pickup !== null} title={words.done} onClose={onClose}>
      {pickup !== null && (
        <View className="redeemed-sheet">
          <View className="redeemed-sheet__icon">
            <Icon name="rewards" size="large" />
          </View>
          <View className="redeemed-sheet__name">{say(pickup.name)}</View>
          <View className="redeemed-sheet__note note">{words.doneNote}</View>
          <Button onPress={() => onShow(pickup)}>{words.showCode}</Button>
          <Button tone="plain" onPress={onClose}>
            {words.later}
          </Button>
        </View>
      )}
    </Sheet>
  );
}
