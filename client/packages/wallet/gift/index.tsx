import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { GiftOffer } from '@/features/voucher/GiftOffer';
import { useGift } from '@/features/voucher/useGift';
import { TicketBones } from '@/features/voucher/VoucherListView';
import { open } from '@/platform/navigate';
import { useQuery } from '@/platform/useQuery';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** A voucher that a friend gives, behind a one-time link. Taro asks for the default export. */
export default function GiftPage(): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.voucher.gift;
  const token = useQuery('token') ?? '';
  const { home } = useHome('missing');
  const { gift, trouble, load } = useGift(token);
  const joined = home?.joined;
  // Whoever joins on this very screen may take it at once.
  useEffect(() => void load(), [load, joined]);
  const unknown = trouble?.code === 'gift.unknown' || trouble?.code === 'call.badInput';
  const join = home?.joined === false ? <JoinInvite welcome={home} lead={words.joinFirst} /> : null;
  return (
    <Screen title={words.page}>
      {trouble !== null && !unknown && <Trouble refusal={trouble} onRetry={load} />}
      {unknown && (
        <Empty icon="ticket" title={words.page} note={refusal({ code: 'gift.unknown' })}>
          <Button size="small" tone="tint" onPress={() => open('home')}>
            {copy.house.tabs.home}
          </Button>
        </Empty>
      )}
      {gift === null && trouble === null && <TicketBones />}
      {gift !== null && !unknown && (
        <GiftOffer
          token={token}
          gift={gift}
          offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes}
          join={join}
          onStale={() => void load()}
        />
      )}
    </Screen>
  );
}
