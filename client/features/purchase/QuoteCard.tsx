import type { QuoteView } from '@shared/purchase/quote';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { PointsSheet } from './PointsSheet';
import { priceSteps } from './priceSteps';
import type { QuoteState } from './useQuote';
import { VoucherSheet } from './VoucherSheet';
import './QuoteCard.scss';

interface QuoteCardProps {
  readonly state: QuoteState;
}

/** What comes off and why, step by step, what the purchase will earn, and the ways to choose otherwise. */
export function QuoteCard({ state }: QuoteCardProps): ReactNode {
  const { shown, quote } = state;
  if (shown === null) return null;
  return (
    <View className={`quote-card__steps ${quote === null ? 'quote-card__steps--old' : ''}`}>
      <Steps quote={shown} />
      <Promises quote={shown} />
      <Choices quote={shown} state={state} />
    </View>
  );
}

function Steps({ quote }: { readonly quote: QuoteView }): ReactNode {
  const speech = useSpeech();
  const steps = priceSteps(quote, speech);
  if (steps.length === 0) return null;
  return (
    <>
      <View className="quote-card__step num">
        <View className="note">{speech.copy.purchase.list}</View>
        <View>¥{moneyText(quote.listFen)}</View>
      </View>
      {steps.map(({ key, text, offFen }) => (
        <View key={key} className="quote-card__step num">
          <View className="note grow">{text}</View>
          <View className="quote-card__off">−¥{moneyText(offFen)}</View>
        </View>
      ))}
    </>
  );
}

function Promises({ quote }: { readonly quote: QuoteView }): ReactNode {
  const { copy, language, say } = useSpeech();
  const words = copy.purchase;
  const { gift, nextGift, lostGift, points } = quote;
  return (
    <>
      {gift !== null && <View className="quote-card__hint note strong">{words.gift(say(gift.name))}</View>}
      {lostGift !== null && <View className="quote-card__hint note">{words.lostGift(say(lostGift.name))}</View>}
      {lostGift === null && nextGift !== null && (
        <View className="quote-card__hint note num">{words.nextGift(moneyText(nextGift.missingFen), say(nextGift.name))}</View>
      )}
      <View className="quote-card__points note num">
        {points === 0 ? words.expectedNone : words.expected(numberText(points), dayText(quote.releaseOn, language))}
      </View>
    </>
  );
}

function Choices({ quote, state }: { readonly quote: QuoteView; readonly state: QuoteState }): ReactNode {
  const words = useSpeech().copy.purchase;
  const [open, setOpen] = useState<'vouchers' | 'points' | null>(null);
  const count = quote.vouchers.length + quote.others.length;
  const close = (): void => setOpen(null);
  return (
    <View className="row quote-card__keys">
      {count > 0 && (
        <Button tone="tint" size="small" onPress={() => setOpen('vouchers')}>
          {words.vouchersKey(count)}
        </Button>
      )}
      {quote.pointsMax > 0 && (
        <Button tone="tint" size="small" onPress={() => setOpen('points')}>
          {words.pointsKey}
        </Button>
      )}
      <VoucherSheet open={open === 'vouchers'} quote={quote} onChoose={state.choose} onClose={close} />
      <PointsSheet open={open === 'points'} quote={quote} onChoose={state.payInPoints} onClose={close} />
    </View>
  );
}
