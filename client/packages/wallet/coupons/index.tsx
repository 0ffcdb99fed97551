import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { loadHome } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { CouponHall } from '@/features/voucher/CouponHall';
import { TicketBones } from '@/features/voucher/VoucherListView';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';

/** What can be claimed. Taro asks for the default export. */
export default function CouponsPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.coupons;
  const state = useHome('missing');
  return (
    <MemberScreen title={words.title} state={state} lead={words.joinFirst} bones={<TicketBones />}>
      {() => (
        <>
          <CouponHall onClaimed={() => void loadHome()} />
          <Card>
            <ListRow icon="ticket" title={words.mine} onPress={() => open('vouchers')} />
          </Card>
        </>
      )}
    </MemberScreen>
  );
}
