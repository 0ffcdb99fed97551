import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { loadHome } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { CouponHall } from '@/features/voucher/CouponHall';
import { TicketBones } from '@/features/voucher/VoucherListView';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Screen } from '@/ui/Screen';

/** What can be claimed. Taro asks for the default export. */
export default function CouponsPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.coupons;
  const state = useHome('missing');
  const { home, trouble } = state;
  return (
    <Screen title={words.title}>
      <OfflineNotice state={state} />
      {home === null && trouble === null && <TicketBones />}
      {home?.joined === false && <JoinInvite welcome={home} lead={words.joinFirst} />}
      {home?.joined === true && (
        <>
          <CouponHall onClaimed={() => void loadHome()} />
          <Card>
            <ListRow icon="ticket" title={words.mine} onPress={() => open('vouchers')} />
          </Card>
        </>
      )}
    </Screen>
  );
}
