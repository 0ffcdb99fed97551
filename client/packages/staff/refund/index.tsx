import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { StaffGate } from '@/features/store/StaffGate';
import { RefundDesk } from './RefundDesk';

/** Refunds by the receipt’s number. Taro asks for the default export. */
export default function RefundPage(): ReactNode {
  const { copy } = useSpeech();
  return <StaffGate title={copy.refund.title}>{(staff) => <RefundDesk staff={staff} />}</StaffGate>;
}
