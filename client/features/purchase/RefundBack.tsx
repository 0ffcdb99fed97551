import type { RefundReceipt } from '@shared/purchase/refundContract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { FigureRow } from './FigureRow';

/** What a refund brings back and takes, figure by figure; what is nothing is not named. */
export function RefundBack({ receipt }: { readonly receipt: RefundReceipt }): ReactNode {
  const words = useSpeech().copy.refund;
  const { moneyFen, giftChargedFen, giftOwedFen, pointsReturned, pointsTaken, vouchersBack } = receipt;
  return (
    <View>
      {giftChargedFen > 0 && <FigureRow name={words.gift} value={`−¥${moneyText(giftChargedFen)}`} />}
      {giftOwedFen > 0 && <FigureRow name={words.owed} value={`¥${moneyText(giftOwedFen)}`} />}
      {pointsReturned > 0 && <FigureRow name={words.pointsBack} value={words.points(`+${numberText(pointsReturned)}`)} />}
      {pointsTaken > 0 && <FigureRow name={words.pointsTaken} value={words.points(`−${numberText(pointsTaken)}`)} />}
      {vouchersBack > 0 && <FigureRow name={words.vouchersBack(vouchersBack)} value="" />}
      <FigureRow name={words.money} value={`¥${moneyText(moneyFen)}`} strong />
    </View>
  );
}
