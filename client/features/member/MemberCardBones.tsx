import type { ReactNode } from 'react';
import { Card } from '@/ui/Card';
import { Bone, Skeleton } from '@/ui/Skeleton';

/** The member card's layout while the home is being fetched. */
export function MemberCardBones(): ReactNode {
  return (
    <Card tone="night">
      <Skeleton>
        <Bone width="third" height="line" />
        <Bone width="half" height="number" />
        <Bone width="full" height="line" />
        <Bone width="full" height="button" />
      </Skeleton>
    </Card>
  );
}
