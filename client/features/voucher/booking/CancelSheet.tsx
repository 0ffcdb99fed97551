import type { VoucherView } from '@shared/voucher/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { remark } from '@/ui/toast';

interface CancelSheetProps {
  readonly open: boolean;
  readonly bookingId: string;
  readonly onClose: () => void;
  readonly onChange: (voucher: VoucherView) => void;
  readonly onStale: () => void;
}

/** Asks once more, then gives the place back. */
export function CancelSheet({ open, bookingId, onClose, onChange, onStale }: CancelSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.booking;
  const [said, setSaid] = useState<string | null>(null);
  const close = (): void => {
    setSaid(null);
    onClose();
  };
  const cancel = async (): Promise<void> => {
    const answer = await call('member', 'booking.cancel', { bookingId });
    if (!answer.ok) {
      setSaid(refusal(answer.refusal));
      if (answer.refusal.code === 'booking.over' || answer.refusal.code === 'booking.fixed') onStale();
      return;
    }
    close();
    onChange(answer.value.voucher);
    remark(words.cancelled);
  };
  return (
    <Sheet open={open} title={words.cancel} onClose={close}>
      <View>{words.cancelAsk}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={cancel}>{words.cancelDo}</Button>
      <Button tone="plain" onPress={close}>
        {words.cancelKeep}
      </Button>
    </Sheet>
  );
}
