import type { Input } from '@shared/functions';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import type { AskedLine, QuoteView } from '@shared/purchase/quote';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { newKey } from '@/platform/newKey';
import { useIntentKey } from '@/platform/useIntentKey';
import { changeText } from './changeText';

type Wish = Omit<Input<'staff', 'purchase.quote'>, 'key'>;

/** How long amounts must stand still before they are priced. */
const settleMs = 300;

export interface QuoteState {
  /** The price of what is keyed in now; null while it is being worked out. */
  readonly quote: QuoteView | null;
  /** The latest price there was, to be shown while the next one comes. */
  readonly shown: QuoteView | null;
  /** Why there is no price, or why it could not be confirmed, as a sentence. */
  readonly said: string | null;
  readonly choose: (voucherIds: Wish['voucherIds']) => void;
  readonly payInPoints: (points: number) => void;
  /** Records exactly what was quoted, once per quote and order number. */
  readonly confirm: (orderNo: string) => Promise<void>;
}

interface Priced {
  readonly of: string;
  readonly quote: QuoteView;
}

/** Asks for a price once what is wanted has stood still; a price that comes late for something else is thrown away. */
function usePrice(wanted: string | null, onRefused: (sentence: string | null) => void): [Priced | null, () => Promise<void>] {
  const { refusal } = useSpeech();
  const [priced, setPriced] = useState<Priced | null>(null);
  const latest = useRef(0);
  const ask = useCallback(async (): Promise<void> => {
    if (wanted === null) return;
    latest.current += 1;
    const mine = latest.current;
    const answer = await call('staff', 'purchase.quote', { key: await newKey(), ...(JSON.parse(wanted) as Wish) });
    if (mine !== latest.current) return;
    if (answer.ok) setPriced({ of: wanted, quote: answer.value });
    else onRefused(refusal(answer.refusal));
  }, [wanted, refusal, onRefused]);
  useEffect(() => {
    latest.current += 1;
    if (wanted === null) return undefined;
    onRefused(null);
    const timer = setTimeout(() => void ask(), settleMs);
    return () => clearTimeout(timer);
  }, [ask, wanted, onRefused]);
  return [priced, ask];
}

/** Prices what is keyed in as soon as it stands still, and confirms it. */
export function useQuote(visitId: string, lines: readonly AskedLine[], onDone: (receipt: PurchaseReceipt) => void): QuoteState {
  const speech = useSpeech();
  const [usePoints, setUsePoints] = useState(0);
  const [voucherIds, setVoucherIds] = useState<Wish['voucherIds']>('best');
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const wanted = lines.length === 0 ? null : JSON.stringify({ visitId, lines, usePoints, voucherIds });
  const [priced, ask] = usePrice(wanted, setSaid);
  const shown = wanted === null ? null : (priced?.quote ?? null);
  const quote = priced?.of === wanted ? shown : null;
  const confirm = async (orderNo: string): Promise<void> => {
    if (quote === null) return;
    const order = { quoteId: quote.quoteId, orderNo };
    const answer = await call('staff', 'purchase.confirmQuote', { key: await keyFor(order), ...order });
    if (answer.ok) {
      done();
      setUsePoints(0);
      setVoucherIds('best');
      onDone(answer.value);
      return;
    }
    setSaid(changeText(answer.refusal, speech));
    if (answer.refusal.code === 'quote.changed') await ask();
  };
  return { quote, shown, said, choose: setVoucherIds, payInPoints: setUsePoints, confirm };
}
