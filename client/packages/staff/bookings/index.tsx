import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { StaffGate } from '@/features/store/StaffGate';
import { BookingsDesk } from './BookingsDesk';

/** Who comes to the shop, day by day. Taro asks for the default export. */
export default function ShopBookingsPage(): ReactNode {
  const { copy } = useSpeech();
  return <StaffGate title={copy.booking.shop.title}>{(staff) => <BookingsDesk offsetMinutes={staff.offsetMinutes} />}</StaffGate>;
}
