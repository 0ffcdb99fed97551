import type { QuoteView } from '@shared/purchase/quote';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { CheckBox } from '@/ui/CheckBox';
import { SectionHead } from '@/ui/SectionHead';
import { Sheet } from '@/ui/Sheet';
import { toggleVoucher } from './toggleVoucher';
import type { QuoteState } from './useQuote';
import { whyNotText } from './whyNotText';
import './VoucherSheet.scss';

interface VoucherSheetProps {
  readonly open: boolean;
  readonly quote: QuoteView;
  readonly onChoose: QuoteState['choose'];
  readonly onClose: () => void;
}

/** The member's vouchers: the set that is used, line by line, and every other with the reason why it is not. */
export function VoucherSheet({ open, quote, onChoose, onClose }: VoucherSheetProps): ReactNode {
  const speech = useSpeech();
  const { copy, language, say } = speech;
  const words = copy.purchase;
  const press = (voucherId: string): void => onChoose([...toggleVoucher(quote, voucherId)]);
  return (
    <Sheet open={open} title={words.vouchersTitle} onClose={onClose}>
      <View className="note">{words.proposed}</View>
      {quote.vouchers.map(({ voucherId, name, discountFen }) => (
        <View key={voucherId} className="voucher-sheet__one num">
          <CheckBox label={`${say(name)} −¥${moneyText(discountFen)}`} checked onChange={() => press(voucherId)} />
        </View>
      ))}
      {quote.others.length > 0 && (
        <View className="voucher-sheet__others">
          <SectionHead title={words.others} />
        </View>
      )}
      {quote.others.map(({ voucherId, name, endsOn, usable, why }) => (
        <View key={voucherId} className="voucher-sheet__one num">
          {usable ? (
            <CheckBox label={say(name)} checked={false} onChange={() => press(voucherId)} />
          ) : (
            <View className="strong">{say(name)}</View>
          )}
          <View className="note">
            {whyNotText(why, quote, speech)} · {copy.ledger.lapses(dayText(endsOn, language))}
          </View>
        </View>
      ))}
      <View className="voucher-sheet__foot">
        <Button onPress={onClose}>{copy.house.close}</Button>
        <Button tone="plain" onPress={() => onChoose('best')}>
          {words.toBest}
        </Button>
      </View>
    </Sheet>
  );
}
