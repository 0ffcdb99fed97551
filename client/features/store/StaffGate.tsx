import type { StaffView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { network } from '@/platform/network';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { loadStaff, staffState } from './staffStore';

interface StaffGateProps {
  readonly title: string;
  readonly children: (staff: StaffView) => ReactNode;
}

/** A screen for people who work here: whoever does not is told so, and sent home. */
export function StaffGate({ title, children }: StaffGateProps): ReactNode {
  const { copy } = useSpeech();
  const { staff, trouble, asked } = useCell(staffState);
  const online = useCell(network);
  useShown(() => void loadStaff());
  const notStaff = staff === null && trouble?.code === 'call.notAllowed';
  return (
    <Screen title={title} width="wide" withCode={false}>
      {!online && <Notice tone="offline">{copy.house.offlineTill}</Notice>}
      {notStaff && (
        <Empty icon="shop" title={copy.store.notStaff} note={copy.store.notStaffNote}>
          <Button size="small" tone="tint" onPress={() => open('home')}>
            {copy.house.tabs.home}
          </Button>
        </Empty>
      )}
      {trouble !== null && !notStaff && online && <Trouble refusal={trouble} onRetry={loadStaff} />}
      {staff === null && !asked && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="button" />
        </Skeleton>
      )}
      {staff !== null && children(staff)}
    </Screen>
  );
}
