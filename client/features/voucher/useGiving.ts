import type { VoucherView } from '@shared/voucher/view';
import { useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

export interface Giving {
  /** Why the last step was refused, as a sentence. */
  readonly said: string | null;
  readonly offer: () => Promise<void>;
  /** Takes the offer back; gives whether it is back. */
  readonly withdraw: () => Promise<boolean>;
}

/** Offering a voucher and taking the offer back. `onStale` is called when the server knows better than the screen. */
export function useGiving(voucher: VoucherView, onChange: (voucher: VoucherView) => void, onStale: () => void): Giving {
  const { refusal } = useSpeech();
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const { voucherId, standing } = voucher;
  useEffect(() => setSaid(null), [standing]);
  const refused = (sentence: string): void => {
    setSaid(sentence);
    onStale();
  };
  const offer = async (): Promise<void> => {
    const answer = await call('member', 'voucher.offerGift', { key: await keyFor(`offer:${voucherId}`), voucherId });
    if (!answer.ok) {
      refused(refusal(answer.refusal));
      return;
    }
    done();
    onChange(answer.value.voucher);
  };
  const withdraw = async (): Promise<boolean> => {
    const answer = await call('member', 'voucher.withdrawGift', { key: await keyFor(`back:${voucherId}`), voucherId });
    if (!answer.ok) {
      refused(refusal(answer.refusal));
      return false;
    }
    done();
    onChange(answer.value);
    return true;
  };
  return { said, offer, withdraw };
}
