import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { PickupRow } from './PickupRow';
import { loadMorePickups, loadPickups, pickupState } from './pickupStore';

interface PickupListProps {
  readonly offsetMinutes: number;
  /** Leads to the shelf, for a list that is empty. */
  readonly onMall: () => void;
}

/** What the member has redeemed, newest first. */
export function PickupList({ offsetMinutes, onMall }: PickupListProps): ReactNode {
  const { copy } = useSpeech();
  const { pickups, next, trouble } = useCell(pickupState);
  useEffect(() => void loadPickups(), []);
  if (pickups === null) return trouble === null ? <PickupBones /> : <Trouble refusal={trouble} onRetry={loadPickups} />;
  if (pickups.length === 0) {
    return (
      <Empty icon="bag" title={copy.reward.mineNone} note={copy.reward.mineNoneNote}>
        <Button size="small" tone="tint" onPress={onMall}>
          {copy.reward.toMall}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Card>
        {pickups.map((pickup) => (
          <PickupRow
            key={pickup.unitId}
            pickup={pickup}
            offsetMinutes={offsetMinutes}
            onOpen={() => open('pickup', { unit: pickup.unitId })}
          />
        ))}
      </Card>
      {trouble !== null && <Trouble refusal={trouble} onRetry={loadMorePickups} />}
      {next !== null && trouble === null && (
        <Button tone="plain" onPress={loadMorePickups}>
          {copy.house.more}
        </Button>
      )}
    </>
  );
}

function PickupBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        {[1, 2, 3].map((place) => (
          <Bone key={place} width="full" height="number" />
        ))}
      </Skeleton>
    </Card>
  );
}
