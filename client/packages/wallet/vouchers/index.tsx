import { walletTabs, type WalletTab } from '@shared/voucher/types';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { PackList } from '@/features/voucher/PackList';
import { TicketBones, VoucherListView } from '@/features/voucher/VoucherListView';
import { loadVouchers } from '@/features/voucher/voucherStore';
import { open } from '@/platform/navigate';
import { usePull } from '@/platform/usePull';
import { useShown } from '@/platform/useShown';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Segmented } from '@/ui/Segmented';

/** The wallet: vouchers by how they stand, and service packs. Taro asks for the default export. */
export default function VouchersPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher;
  const state = useHome('missing');
  const [tab, setTab] = useState<WalletTab>('usable');
  useShown(() => void loadVouchers(tab));
  usePull(() => loadVouchers(tab));
  const options = walletTabs.map((value) => ({ value, text: words.tabs[value] }));
  return (
    <MemberScreen title={words.title} state={state} lead={words.coupons.joinFirst} bones={<TicketBones />}>
      {(home) => (
        <>
          <Segmented<WalletTab> kind="tabs" label={words.tabsLabel} value={tab} onChange={setTab} options={options} />
          <VoucherListView tab={tab} offsetMinutes={home.offsetMinutes} />
          {tab === 'usable' && <PackList />}
          <AskCard topics={['lapse']} notices={home.notices} onChange={takeNotices} />
          <Card>
            <ListRow icon="ticket" title={words.toCoupons} onPress={() => open('coupons')} />
            <ListRow icon="calendar" title={copy.booking.mine.title} note={copy.booking.mine.note} onPress={() => open('bookings')} />
          </Card>
        </>
      )}
    </MemberScreen>
  );
}
