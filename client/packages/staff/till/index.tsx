import type { StaffView } from '@shared/store/contract';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { sendLate } from '@/features/purchase/lateQueue';
import { StaffGate } from '@/features/store/StaffGate';
import { staffState } from '@/features/store/staffStore';
import { useCell } from '@/platform/createCell';
import { network } from '@/platform/network';
import { Counter } from './Counter';
import './index.scss';

/** The staff counter: scan, record, hand over, undo. Taro asks for the default export. */
export default function TillPage(): ReactNode {
  const { copy, say } = useSpeech();
  const { staff } = useCell(staffState);
  const title = staff === null ? copy.store.tillPlain : copy.store.till(say(staff.shop.name));
  return <StaffGate title={title}>{(who) => <Desk staff={who} />}</StaffGate>;
}

/** The counter itself; what was recorded without network goes out as soon as there is one. */
function Desk({ staff }: { readonly staff: StaffView }): ReactNode {
  const online = useCell(network);
  useEffect(() => {
    if (online) void sendLate(staff.staffId);
  }, [online, staff.staffId]);
  return <Counter staff={staff} online={online} />;
}
