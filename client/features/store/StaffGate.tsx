import type { StaffView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { loadStaff, staffState } from './staffStore';
import { WorkGate } from './WorkGate';

interface StaffGateProps {
  readonly title: string;
  readonly children: (staff: StaffView) => ReactNode;
}

/** A screen for people who work in a shop: whoever does not is told so, and sent home. */
export function StaffGate({ title, children }: StaffGateProps): ReactNode {
  const { copy } = useSpeech();
  const { staff, asked, trouble } = useCell(staffState);
  const closed = { icon: 'shop', title: copy.store.notStaff, note: copy.store.notStaffNote } as const;
  const state = { who: staff, asked, trouble, load: loadStaff };
  return (
    <WorkGate title={title} {...state} offline={copy.house.offlineTill} closed={closed}>
      {children}
    </WorkGate>
  );
}
