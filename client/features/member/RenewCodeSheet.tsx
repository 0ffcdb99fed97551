import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { cheer } from '@/ui/toast';
import { takeSecret } from './homeStore';

interface RenewCodeSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks once more before every old code stops working, then takes the new one. */
export function RenewCodeSheet({ open, onClose }: RenewCodeSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.member.mine;
  const { keyFor, done } = useIntentKey();
  const [said, setSaid] = useState<string | null>(null);
  const renew = async (): Promise<void> => {
    const answer = await call('member', 'member.renewCode', { key: await keyFor('renew') });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    takeSecret(answer.value);
    onClose();
    cheer(words.renewDone);
  };
  return (
    <Sheet open={open} title={words.renew} onClose={onClose}>
      <View className="renew-code__ask">{words.renewAsk}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={renew}>{words.renewDo}</Button>
      <Button tone="plain" onPress={onClose}>
        {copy.house.cancel}
      </Button>
    </Sheet>
  );
}
