import { clockOf } from '@shared/kernel/time';
import type { TicketCheck } from '@shared/voucher/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, groupsOfFour, momentText } from '@/copy/format';
import { useSpeech, type Speech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CounterItem } from '@/ui/CounterItem';
import { Notice } from '@/ui/Notice';
import { ticketFace } from './ticketFace';
import type { TicketDesk } from './useTicketDesk';

interface TicketCardProps {
  readonly desk: TicketDesk;
  readonly offsetMinutes: number;
}

/** A voucher or a pack at the counter: what it is, one key to redeem it, that it was noted, and the way back. */
export function TicketCard({ desk, offsetMinutes }: TicketCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.voucher.desk;
  const [said, setSaid] = useState<string | null>(null);
  const { check, receipt, undone } = desk;
  if (check === null) return null;
  const run = async (act: () => ReturnType<TicketDesk['redeem']> | ReturnType<TicketDesk['undo']>): Promise<void> => {
    const refused = await act();
    setSaid(refused === null ? null : refusal(refused));
  };
  const leave = (): void => {
    setSaid(null);
    desk.leave();
  };
  const withPurchase = check.kind === 'voucher' && !check.atCounter;
  return (
    <Card>
      <TicketFacts desk={desk} offsetMinutes={offsetMinutes} />
      {undone && <Notice tone="good">{words.undone}</Notice>}
      {withPurchase && <Notice tone="refused">{words.atTill}</Notice>}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {receipt !== null ? (
        <>
          <Button onPress={leave}>{copy.purchase.next}</Button>
          <Button tone="plain" onPress={() => run(desk.undo)}>
            {words.undo}
          </Button>
        </>
      ) : (
        <>
          {!withPurchase && <Button onPress={() => run(desk.redeem)}>{check.kind === 'pack' ? words.usePack : words.redeem}</Button>}
          <Button tone="plain" onPress={leave}>
            {copy.house.cancel}
          </Button>
        </>
      )}
    </Card>
  );
}

function TicketFacts({ desk: { check, receipt }, offsetMinutes }: TicketCardProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.voucher.desk;
  if (check === null) return null;
  const title = check.kind === 'pack' ? words.pack : words.voucher;
  return (
    <CounterItem icon="ticket" done={receipt !== null} kind={receipt === null ? title : words.done} name={nameOf(check, speech)}>
      <View className="note num">{groupsOfFour(check.code)}</View>
      <View className="note">{receipt === null ? factOf(check, speech) : words.at(clockOf(receipt.at, offsetMinutes))}</View>
      {check.kind === 'voucher' && check.booking !== null && check.booking.standing !== 'calledOff' && (
        <View className="strong num">
          {speech.copy.booking.shop.ticket(momentText(check.booking.startsAt, offsetMinutes, speech.language))}
        </View>
      )}
      {receipt !== null && check.kind === 'pack' && <View className="strong num">{factOf(check, speech)}</View>}
    </CounterItem>
  );
}

function nameOf(check: TicketCheck, { say }: Speech): string {
  return say(check.kind === 'pack' ? check.pack.name : check.name);
}

function factOf(check: TicketCheck, { copy, language }: Speech): string {
  const words = copy.voucher;
  if (check.kind === 'pack') return words.pack.left(check.pack.left, check.pack.uses);
  const face = ticketFace(check.benefit, words);
  return `${face.big} · ${face.small} · ${words.until(dayText(check.endsOn, language))}`;
}
