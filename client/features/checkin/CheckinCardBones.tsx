import type { ReactNode } from 'react';
import { Card } from '@/ui/Card';
import { Bone, Skeleton } from '@/ui/Skeleton';

/** The check-in card's layout while the home is being fetched. */
export function CheckinCardBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        <Bone width="third" height="line" />
        <Bone width="full" height="block" />
        <Bone width="full" height="button" />
      </Skeleton>
    </Card>
  );
}
