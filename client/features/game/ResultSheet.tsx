import type { DrawReceipt } from '@shared/game/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech, type Speech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Sheet } from '@/ui/Sheet';
import './ResultSheet.scss';

interface ResultSheetProps {
  /** What was just drawn; null when the sheet is closed. */
  readonly receipt: DrawReceipt | null;
  /** Whether one more draw may be made now. */
  readonly again: boolean;
  readonly onClose: () => void;
  readonly onAgain: () => Promise<void>;
}

const iconOf: Readonly<Record<DrawReceipt['prize']['kind'], IconName>> = {
  points: 'star',
  voucher: 'rewards',
  goods: 'bag',
  chance: 'lantern',
  pack: 'cup',
  thanks: 'lantern',
};

/** What a draw gave, why it was that, and what to do with it next. */
export function ResultSheet({ receipt, again, onClose, onAgain }: ResultSheetProps): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const words = copy.gameDraw.result;
  const missed = receipt?.prize.kind === 'thanks';
  return (
    <Sheet open={receipt !== null} title={missed ? words.missed : words.won} onClose={onClose}>
      {receipt !== null && (
        <View className="result-sheet">
          <View className={`result-sheet__icon ${missed ? '' : 'result-sheet__icon--won'}`}>
            <Icon name={iconOf[receipt.prize.kind]} size="large" />
          </View>
          <View className="result-sheet__name">{say(receipt.prize.name)}</View>
          <View className="note">{whatNext(receipt, speech)}</View>
          {receipt.reason !== null && <View className="result-sheet__reason note">{whyThis(receipt, speech)}</View>}
          <View className="result-sheet__acts">
            <NextAct receipt={receipt} />
            {again && (
              <Button tone={receipt.prize.kind === 'thanks' || receipt.prize.kind === 'chance' ? 'silk' : 'tint'} onPress={onAgain}>
                {words.again}
              </Button>
            )}
            <Button tone="plain" onPress={onClose}>
              {words.done}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  );
}

function whatNext({ prize, amount }: DrawReceipt, { copy }: Speech): string {
  const words = copy.gameDraw.result;
  switch (prize.kind) {
    case 'points':
      return words.points(numberText(amount));
    case 'chance':
      return words.chance(amount);
    case 'voucher':
    case 'goods':
    case 'pack':
    case 'thanks':
      return words[prize.kind];
  }
}

function whyThis({ reason, picked, prize }: DrawReceipt, { copy, say }: Speech): string {
  const { reasons } = copy.gameDraw.result;
  if (reason === null || reason === 'guarantee') return reasons.guarantee;
  return reasons[reason](say((picked ?? prize).name));
}

/** Where the prize is now. */
function NextAct({ receipt }: { readonly receipt: DrawReceipt }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.gameDraw.result;
  const { unitId, packId } = receipt;
  if (unitId !== null) return <Button onPress={() => open('pickup', { unit: unitId })}>{words.pickup}</Button>;
  if (packId !== null) return <Button onPress={() => open('pack', { pack: packId })}>{words.toPack}</Button>;
  if (receipt.prize.kind === 'points') return <Button onPress={() => open('statement')}>{words.statement}</Button>;
  if (receipt.prize.kind === 'voucher') return <Button onPress={() => open('rewards')}>{words.vouchers}</Button>;
  return null;
}
