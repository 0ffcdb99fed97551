import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { sendLate } from '@/features/purchase/lateQueue';
import { loadStaff, staffState } from '@/features/store/staffStore';
import { useCell } from '@/platform/createCell';
import { network } from '@/platform/network';
import { open } from '@/platform/navigate';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { Counter } from './Counter';
import './index.scss';

/** The staff counter: scan, record, hand over, undo. Taro asks for the default export. */
export default function TillPage(): ReactNode {
  const { copy, say } = useSpeech();
  const { staff, trouble, asked } = useCell(staffState);
  const online = useCell(network);
  useShown(() => void loadStaff());
  const staffId = staff?.staffId ?? null;
  useEffect(() => {
    if (online && staffId !== null) void sendLate(staffId);
  }, [online, staffId]);
  const words = copy.store;
  const notStaff = staff === null && trouble?.code === 'call.notAllowed';
  return (
    <Screen title={staff === null ? words.tillPlain : words.till(say(staff.shop.name))} width="wide" withCode={false}>
      {!online && <Notice tone="offline">{copy.house.offlineTill}</Notice>}
      {notStaff && (
        <Empty icon="shop" title={words.notStaff} note={words.notStaffNote}>
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
      {staff !== null && <Counter staff={staff} online={online} />}
    </Screen>
  );
}
