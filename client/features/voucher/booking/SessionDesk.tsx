import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { back, open } from '@/platform/navigate';
import { network } from '@/platform/network';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { Screen } from '@/ui/Screen';
import { cheer } from '@/ui/toast';
import { Trouble } from '@/ui/Trouble';
import { SessionPicker } from './SessionPicker';
import { useSessions } from './useSessions';

interface SessionDeskProps {
  readonly voucherId: string;
  readonly offsetMinutes: number;
}

const nevers = ['voucher.unknown', 'booking.walkIn', 'booking.paused', 'member.unknown'] as const;

/** The sessions of a voucher, to book one or to move to one; afterwards the voucher tells the rest. */
export function SessionDesk({ voucherId, offsetMinutes }: SessionDeskProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.booking.page;
  const online = useCell(network);
  const { list, trouble, load, take } = useSessions(voucherId);
  const [said, setSaid] = useState<string | null>(null);
  useShown(() => void load());
  // Another try would be told the same.
  const never = trouble !== null && nevers.some((code) => code === trouble.code);
  const onTake = async (sessionId: string): Promise<boolean> => {
    const changed = list?.booked != null;
    const refused = await take(sessionId);
    setSaid(refused === null ? null : refusal(refused));
    if (refused !== null) {
      await load();
      return false;
    }
    cheer(changed ? words.changed : words.done);
    back();
    return true;
  };
  return (
    <Screen title={list?.booked == null ? words.title : words.titleChange}>
      {!online && <Notice tone="offline">{words.offline}</Notice>}
      {never && <Nothing title={words.cannot} note={refusal(trouble)} act={copy.voucher.title} onPress={() => open('vouchers')} />}
      {trouble !== null && !never && online && <Trouble refusal={trouble} onRetry={load} />}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {list === null && trouble === null && <CardBones />}
      {list?.sessions.length === 0 && (
        <Nothing title={words.none} note={words.noneNote(list.opensDays)} act={words.toVoucher} onPress={back} />
      )}
      {list !== null && list.sessions.length > 0 && (
        <SessionPicker list={list} offsetMinutes={offsetMinutes} online={online} onTake={onTake} />
      )}
    </Screen>
  );
}

interface NothingProps {
  readonly title: string;
  readonly note: string;
  readonly act: string;
  readonly onPress: () => void;
}

/** Where nothing can be booked: why, and where to go from here. */
function Nothing({ title, note, act, onPress }: NothingProps): ReactNode {
  return (
    <Empty icon="calendar" title={title} note={note}>
      <Button size="small" tone="tint" onPress={onPress}>
        {act}
      </Button>
    </Empty>
  );
}
