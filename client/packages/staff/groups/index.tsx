import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { StaffGate } from '@/features/store/StaffGate';
import { GroupsDesk } from './GroupsDesk';

/** The shop's groups: entry codes and posts. Taro asks for the default export. */
export default function GroupsPage(): ReactNode {
  const { copy } = useSpeech();
  return <StaffGate title={copy.storeGroup.title}>{() => <GroupsDesk />}</StaffGate>;
}
