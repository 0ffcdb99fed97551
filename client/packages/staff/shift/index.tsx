import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { StaffGate } from '@/features/store/StaffGate';
import { ShiftDesk } from './ShiftDesk';

/** My shift, and for leads the shop’s day. Taro asks for the default export. */
export default function ShiftPage(): ReactNode {
  const { copy } = useSpeech();
  return <StaffGate title={copy.shift.title}>{(staff) => <ShiftDesk staff={staff} />}</StaffGate>;
}
