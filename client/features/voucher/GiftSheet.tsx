import type { VoucherView } from '@shared/voucher/view';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { copyText } from '@/platform/copyText';
import { pageLink } from '@/platform/pageLink';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { ShareKey } from '@/ui/ShareKey';
import { Sheet } from '@/ui/Sheet';
import { cheer, decline } from '@/ui/toast';
import { useGiving } from './useGiving';
import './GiftSheet.scss';

interface GiftSheetProps {
  readonly open: boolean;
  readonly voucher: VoucherView;
  readonly offsetMinutes: number;
  readonly onClose: () => void;
  readonly onChange: (voucher: VoucherView) => void;
  readonly onStale: () => void;
}

/** Giving a voucher away: asks, makes the one-time link, lets it be sent, and takes it back. */
export function GiftSheet({ open, voucher, offsetMinutes, onClose, onChange, onStale }: GiftSheetProps): ReactNode {
  const words = useSpeech().copy.voucher.gift;
  const { said, offer, withdraw } = useGiving(voucher, onChange, onStale);
  const { gift } = voucher;
  const back = async (): Promise<void> => {
    if (!(await withdraw())) return;
    onClose();
    cheer(words.backDone);
  };
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {gift === null ? (
        <>
          <View className="gift-sheet__ask note">{words.ask}</View>
          <Button onPress={offer}>{words.confirm}</Button>
        </>
      ) : (
        <OpenGift token={gift.token} until={gift.until} offsetMinutes={offsetMinutes} onBack={back} />
      )}
    </Sheet>
  );
}

interface OpenGiftProps {
  readonly token: string;
  readonly until: number;
  readonly offsetMinutes: number;
  readonly onBack: () => Promise<void>;
}

function OpenGift({ token, until, offsetMinutes, onBack }: OpenGiftProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.voucher.gift;
  const link = pageLink('gift', { token });
  const copyLink = async (): Promise<void> => {
    if (link !== null && (await copyText(link))) cheer(words.copied);
    else decline(words.copyFailed);
  };
  return (
    <>
      <View className="gift-sheet__ask note">{words.waiting(momentText(until, offsetMinutes, language))}</View>
      <ShareKey>{words.share}</ShareKey>
      {link !== null && (
        <>
          <View className="gift-sheet__link">
            <Text userSelect>{link}</Text>
          </View>
          <Button onPress={copyLink}>{words.copy}</Button>
        </>
      )}
      <Button tone="plain" onPress={onBack}>
        {words.back}
      </Button>
    </>
  );
}
