import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { CancelKey } from '@/features/reward/CancelKey';
import { TicketBones } from '@/features/voucher/VoucherListView';
import { useVoucher } from '@/features/voucher/useVoucher';
import { loadVouchers } from '@/features/voucher/voucherStore';
import { VoucherDetail } from '@/features/voucher/VoucherDetail';
import { open } from '@/platform/navigate';
import { useBrightScreen } from '@/platform/useBrightScreen';
import { useQuery } from '@/platform/useQuery';
import { useShareCard } from '@/platform/useShareCard';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** One voucher with its code, good without network once it was seen. Taro asks for the default export. */
export default function VoucherPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher;
  const { home } = useHome('missing');
  const { voucher, trouble, load, take } = useVoucher(useQuery('voucher') ?? '');
  const offsetMinutes = home?.offsetMinutes ?? programmeOffsetMinutes;
  useShown(() => void load());
  useBrightScreen();
  const token = voucher?.gift?.token;
  useShareCard(token === undefined ? null : { title: words.gift.card, route: 'gift', query: { token } });
  const unknown = trouble?.code === 'voucher.unknown';
  return (
    <Screen title={words.detail.title}>
      {trouble !== null && !unknown && <Trouble refusal={trouble} onRetry={load} />}
      {voucher !== null && !unknown && (
        <VoucherDetail voucher={voucher} offsetMinutes={offsetMinutes} onChange={take} onStale={() => void load()} />
      )}
      {voucher?.redemptionId != null && (voucher.standing === 'usable' || voucher.standing === 'early') && !unknown && (
        <CancelKey
          redemption={{ redemptionId: voucher.redemptionId, name: voucher.terms.name, redeemedAt: voucher.issuedAt }}
          ofVoucher
          offsetMinutes={offsetMinutes}
          onCancelled={() => void loadVouchers('usable')}
        />
      )}
      {voucher?.booking?.standing === 'booked' && home?.joined === true && (
        <AskCard topics={['booking']} notices={home.notices} onChange={takeNotices} />
      )}
      {voucher === null && trouble === null && <TicketBones />}
      {unknown && (
        <Empty icon="ticket" title={words.detail.unknown} note={words.detail.unknownNote}>
          <Button size="small" tone="tint" onPress={() => open('vouchers')}>
            {words.title}
          </Button>
        </Empty>
      )}
    </Screen>
  );
}
