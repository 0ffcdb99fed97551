import type { ReactNode } from 'react';
import { useHome } from '@/features/member/useHome';
import { SessionDesk } from '@/features/voucher/booking/SessionDesk';
import { useQuery } from '@/platform/useQuery';

const programmeOffsetMinutes = 480;

/** Choosing when to come with a voucher, or another time instead. Taro asks for the default export. */
export default function BookingPage(): ReactNode {
  const { home } = useHome('missing');
  return <SessionDesk voucherId={useQuery('voucher') ?? ''} offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes} />;
}
