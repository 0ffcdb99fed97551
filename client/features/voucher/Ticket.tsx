import type { CouponTerms } from '@shared/voucher/view';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Pressable } from '@/ui/Pressable';
import { ticketFace } from './ticketFace';
import './Ticket.scss';

interface TicketProps {
  readonly terms: CouponTerms;
  /** Said under the name. */
  readonly note: string;
  /** A mark or a key at the end. */
  readonly end?: ReactNode;
  readonly faded?: boolean;
  readonly onPress?: () => void;
}

/** A voucher or coupon as a paper ticket: what it gives, a notch, its name and until when. */
export function Ticket({ terms, note, end, faded = false, onPress }: TicketProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.voucher;
  const face = ticketFace(terms.benefit, words);
  const content = (
    <>
      <View className="ticket__face">
        <View className="ticket__big num">{face.big}</View>
        <View className="ticket__small">{face.small}</View>
      </View>
      <View className="ticket__tear" />
      <View className="ticket__text">
        <View className="ticket__name">{say(terms.name)}</View>
        <View className="ticket__note">{note}</View>
      </View>
      {end !== undefined && <View className="ticket__end">{end}</View>}
    </>
  );
  const className = `ticket ${faded ? 'ticket--faded' : ''}`;
  if (onPress === undefined) return <View className={className}>{content}</View>;
  return (
    <Pressable className={className} onPress={onPress}>
      {content}
    </Pressable>
  );
}
