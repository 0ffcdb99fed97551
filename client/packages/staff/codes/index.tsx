import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { StaffGate } from '@/features/store/StaffGate';
import { CodesDesk } from './CodesDesk';

/** The shop's poster codes: leads make and end them, everybody prints them. Taro asks for the default export. */
export default function CodesPage(): ReactNode {
  const { copy } = useSpeech();
  return <StaffGate title={copy.storeCode.title}>{(staff) => <CodesDesk staff={staff} />}</StaffGate>;
}
