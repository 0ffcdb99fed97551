import type { Input } from '@shared/functions';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

type Purchase = Omit<Input<'staff', 'purchase.confirm'>, 'key'>;

export interface Confirm {
  /** Why the last try was refused, as a sentence. */
  readonly said: string | null;
  /** Records a purchase; the same content again is the same intention, however often it is pressed. */
  readonly confirm: (purchase: Purchase) => Promise<void>;
}

/** Records purchases, each intention once. */
export function useConfirm(onDone: (receipt: PurchaseReceipt) => void): Confirm {
  const { refusal } = useSpeech();
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const confirm = async (purchase: Purchase): Promise<void> => {
    const answer = await call('staff', 'purchase.confirm', { key: await keyFor(purchase), ...purchase });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    onDone(answer.value);
  };
  return { said, confirm };
}
