import type { GiftStanding, GiftView } from '@shared/voucher/contract';
import type { VoucherView } from '@shared/voucher/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { open } from '@/platform/navigate';
import { useIntentKey } from '@/platform/useIntentKey';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { Ticket } from './Ticket';
import './GiftOffer.scss';

interface GiftOfferProps {
  readonly token: string;
  readonly gift: GiftView;
  readonly offsetMinutes: number;
  /** What somebody without a card sees instead of the key: the way to join. */
  readonly join: ReactNode;
  readonly onStale: () => void;
}

/** A gift behind a link: the ticket and one key while it is open, otherwise what became of it. */
export function GiftOffer({ token, gift, offsetMinutes, join, onStale }: GiftOfferProps): ReactNode {
  const { copy, language, refusal } = useSpeech();
  const words = copy.voucher.gift;
  const [taken, setTaken] = useState<VoucherView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  if (taken !== null) return <Taken voucher={taken} />;
  const accept = async (): Promise<void> => {
    const answer = await call('member', 'voucher.acceptGift', { key: await keyFor(token), token });
    if (answer.ok) {
      done();
      setTaken(answer.value.voucher);
      return;
    }
    setSaid(refusal(answer.refusal));
    onStale();
  };
  const isOpen = gift.standing === 'open';
  return (
    <>
      {isOpen && (
        <View className="gift-offer__lead strong" {...aria({ role: 'heading', level: 2 })}>
          {words.lead}
        </View>
      )}
      <Ticket terms={gift.terms} note={copy.voucher.until(dayText(gift.endsOn, language))} faded={!isOpen} />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {isOpen && gift.joined && <Button onPress={accept}>{words.accept}</Button>}
      {isOpen && !gift.joined && join}
      {isOpen && <View className="note">{words.until(momentText(gift.until, offsetMinutes, language))}</View>}
      {!isOpen && <Ended standing={gift.standing} />}
    </>
  );
}

function Taken({ voucher }: { readonly voucher: VoucherView }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.gift;
  return (
    <Empty icon="ticket" title={words.done} note={words.doneNote}>
      <Button onPress={() => open('voucher', { voucher: voucher.voucherId })}>{words.show}</Button>
    </Empty>
  );
}

function Ended({ standing }: { readonly standing: GiftStanding }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.gift;
  const said = {
    open: [words.lead, ''],
    own: [words.own, words.ownNote],
    yours: [words.yours, words.yoursNote],
    taken: [words.taken, words.takenNote],
    lapsed: [words.lapsed, words.lapsedNote],
  } as const;
  const [title, note] = said[standing];
  const mine = standing === 'own' || standing === 'yours';
  return (
    <Empty icon="ticket" title={title} note={note}>
      <Button size="small" tone="tint" onPress={() => open(mine ? 'vouchers' : 'coupons')}>
        {mine ? copy.voucher.title : copy.voucher.toCoupons}
      </Button>
    </Empty>
  );
}
