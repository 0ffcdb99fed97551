import { dayOf } from '@shared/kernel/time';
import { cancelUntil } from '@shared/reward/decideCancel';
import type { Bilingual } from '@shared/kernel/bilingual';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { back } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { remark } from '@/ui/toast';

interface CancelKeyProps {
  readonly redemption: { readonly redemptionId: string; readonly name: Bilingual; readonly redeemedAt: number };
  /** Whether it is a bought voucher, whose booking goes with it. */
  readonly ofVoucher?: boolean;
  readonly offsetMinutes: number;
  /** Brings the lists to what it is then. */
  readonly onCancelled: () => void;
}

/** Gives a redeemed thing back while it waits to be picked up or used; nothing once the time for that is over. */
export function CancelKey({ redemption, ofVoucher = false, offsetMinutes, onCancelled }: CancelKeyProps): ReactNode {
  const { copy, say, language, refusal } = useSpeech();
  const words = copy.refund;
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const { redemptionId, name, redeemedAt } = redemption;
  const until = cancelUntil(redeemedAt, offsetMinutes);
  if (until < dayOf(serverNow(), offsetMinutes)) return null;
  const cancel = async (): Promise<void> => {
    const answer = await call('member', 'reward.cancel', { key: await keyFor(redemptionId), redemptionId });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    setAsking(false);
    onCancelled();
    remark(words.cancelDone(numberText(answer.value.returned)));
    back();
  };
  return (
    <>
      <Button tone="plain" onPress={() => setAsking(true)}>
        {words.cancel}
      </Button>
      <Sheet open={asking} title={words.cancel} onClose={() => setAsking(false)}>
        <View>{ofVoucher ? words.cancelAskVoucher(say(name)) : words.cancelAsk(say(name))}</View>
        <View className="note">{words.cancelNote(dayText(until, language))}</View>
        {said !== null && <Notice tone="refused">{said}</Notice>}
        <Button onPress={cancel}>{words.cancel}</Button>
        <Button tone="plain" onPress={() => setAsking(false)}>
          {words.keep}
        </Button>
      </Sheet>
    </>
  );
}
