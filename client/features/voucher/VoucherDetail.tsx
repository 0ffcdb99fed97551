import type { VoucherView } from '@shared/voucher/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CodePaper } from '@/ui/CodePaper';
import { Notice } from '@/ui/Notice';
import { Tag } from '@/ui/Tag';
import { BookingCard } from './booking/BookingCard';
import { GiftSheet } from './GiftSheet';
import { Ticket } from './Ticket';
import { whenText, whereText } from './termRows';
import { capText } from './ticketFace';
import './VoucherDetail.scss';

interface VoucherDetailProps {
  readonly voucher: VoucherView;
  readonly offsetMinutes: number;
  readonly onChange: (voucher: VoucherView) => void;
  /** Called when the server knows better than this screen. */
  readonly onStale: () => void;
}

/** One voucher: its ticket, its code while it can be used, its terms, and the way to give it to a friend. */
export function VoucherDetail(props: VoucherDetailProps): ReactNode {
  const { voucher, offsetMinutes } = props;
  const { copy, say, language } = useSpeech();
  const words = copy.voucher;
  const [giving, setGiving] = useState(false);
  const { standing, terms, usedAt, usedShop, gift } = voucher;
  const usable = standing === 'usable' || standing === 'early';
  const booked = voucher.booking?.standing === 'booked';
  const note = usable ? words.until(dayText(voucher.endsOn, language)) : words.standing[standing];
  return (
    <>
      <Ticket
        terms={terms}
        note={note}
        faded={!usable && standing !== 'gifting'}
        end={<Tag tone="quiet">{words.standing[standing]}</Tag>}
      />
      {usedAt !== null && (
        <Notice tone="good">{words.usedAt(momentText(usedAt, offsetMinutes, language), usedShop === null ? '' : say(usedShop))}</Notice>
      )}
      {usable && <UsePart {...props} />}
      <Terms voucher={voucher} />
      {usable && terms.giftable && !booked && (
        <Button tone="plain" onPress={() => setGiving(true)}>
          {words.detail.give}
        </Button>
      )}
      {standing === 'gifting' && gift !== null && (
        <WaitingGift until={momentText(gift.until, offsetMinutes, language)} onShow={() => setGiving(true)} />
      )}
      <GiftSheet open={giving} onClose={() => setGiving(false)} {...props} />
    </>
  );
}

/** The code; where a session is booked first, that comes before it. */
function UsePart(props: VoucherDetailProps): ReactNode {
  const { terms, booking } = props.voucher;
  if (terms.benefit.kind !== 'experience' || !terms.benefit.booked) return <VoucherCode voucher={props.voucher} booked={false} />;
  return (
    <>
      <BookingCard {...props} />
      {booking?.standing === 'booked' && <VoucherCode voucher={props.voucher} booked />}
    </>
  );
}

function WaitingGift({ until, onShow }: { readonly until: string; readonly onShow: () => void }): ReactNode {
  const words = useSpeech().copy.voucher;
  return (
    <>
      <Notice tone="good">{words.gift.waiting(until)}</Notice>
      <Button onPress={onShow}>{words.detail.toGift}</Button>
    </>
  );
}

function VoucherCode({ voucher, booked }: { readonly voucher: VoucherView; readonly booked: boolean }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.detail;
  const { code, terms } = voucher;
  const alone = terms.benefit.kind === 'goods' || terms.benefit.kind === 'experience';
  const plain = alone ? words.hintCounter : words.hintTill;
  const hint = booked ? copy.booking.hint : plain;
  return <CodePaper name="voucher" digits={code} bars={words.bars} qr={words.qr} hint={hint} />;
}

function Terms({ voucher }: { readonly voucher: VoucherView }): ReactNode {
  const speech = useSpeech();
  const { copy, say, language } = speech;
  const words = copy.voucher;
  const { terms, startsOn, endsOn } = voucher;
  const detail = say(terms.detail);
  const cap = capText(terms.benefit, words);
  return (
    <Card>
      {detail !== '' && <View className="voucher-detail__about">{detail}</View>}
      <Fact name={words.detail.valid} value={words.detail.span(dayText(startsOn, language), dayText(endsOn, language))} />
      <Fact name={words.detail.where} value={whereText(terms, speech)} />
      <Fact name={words.detail.when} value={whenText(terms, speech)} />
      {terms.benefit.kind !== 'experience' && (
        <Fact name={words.detail.what} value={[terms.narrowed ? words.narrowed : words.allGoods, cap ?? ''].filter(Boolean).join(' · ')} />
      )}
    </Card>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <View className="voucher-detail__fact">
      <View className="note">{name}</View>
      <View className="voucher-detail__value num">{value}</View>
    </View>
  );
}
