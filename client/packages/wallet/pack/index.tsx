import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useHome } from '@/features/member/useHome';
import { CancelKey } from '@/features/reward/CancelKey';
import { PackDetail } from '@/features/voucher/PackDetail';
import { loadPacks, packState } from '@/features/voucher/packStore';
import { TicketBones } from '@/features/voucher/VoucherListView';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { useBrightScreen } from '@/platform/useBrightScreen';
import { useQuery } from '@/platform/useQuery';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** One service pack with its code, good without network once it was seen. Taro asks for the default export. */
export default function PackPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.voucher.pack;
  const packId = useQuery('pack');
  const { home } = useHome('missing');
  const { packs, trouble } = useCell(packState);
  const offsetMinutes = home?.offsetMinutes ?? programmeOffsetMinutes;
  useShown(() => void loadPacks());
  useBrightScreen();
  const pack = packs?.find((each) => each.packId === packId);
  return (
    <Screen title={words.title}>
      {trouble !== null && <Trouble refusal={trouble} onRetry={loadPacks} />}
      {pack !== undefined && <PackDetail pack={pack} offsetMinutes={offsetMinutes} />}
      {pack?.redemptionId != null && pack.left === pack.uses && !pack.lapsed && (
        <CancelKey
          redemption={{ redemptionId: pack.redemptionId, name: pack.name, redeemedAt: pack.issuedAt }}
          offsetMinutes={offsetMinutes}
          onCancelled={() => void loadPacks()}
        />
      )}
      {packs === null && trouble === null && <TicketBones />}
      {packs !== null && pack === undefined && (
        <Empty icon="bag" title={words.unknown} note={words.unknownNote}>
          <Button size="small" tone="tint" onPress={() => open('vouchers')}>
            {copy.voucher.title}
          </Button>
        </Empty>
      )}
    </Screen>
  );
}
