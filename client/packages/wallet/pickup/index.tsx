import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useHome } from '@/features/member/useHome';
import { PickupDetail } from '@/features/reward/PickupDetail';
import { loadPickups, pickupState } from '@/features/reward/pickupStore';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { useBrightScreen } from '@/platform/useBrightScreen';
import { useQuery } from '@/platform/useQuery';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

const programmeOffsetMinutes = 480;

/** One pick-up with its code, good without network once it was seen. Taro asks for the default export. */
export default function PickupPage(): ReactNode {
  const { copy } = useSpeech();
  const unit = useQuery('unit');
  const { home } = useHome('missing');
  const { pickups, trouble } = useCell(pickupState);
  useShown(() => void loadPickups());
  useBrightScreen();
  const pickup = pickups?.find(({ unitId }) => unitId === unit);
  return (
    <Screen title={copy.reward.pickup.title}>
      {trouble !== null && <Trouble refusal={trouble} onRetry={loadPickups} />}
      {pickup !== undefined && <PickupDetail pickup={pickup} offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes} />}
      {pickups === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="block" />
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {pickups !== null && pickup === undefined && (
        <Empty icon="bag" title={copy.reward.pickup.unknown} note={copy.reward.pickup.unknownNote}>
          <Button size="small" tone="tint" onPress={() => open('rewards')}>
            {copy.reward.mine}
          </Button>
        </Empty>
      )}
    </Screen>
  );
}
