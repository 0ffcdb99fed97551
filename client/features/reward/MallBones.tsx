import type { ReactNode } from 'react';
import { Card } from '@/ui/Card';
import { Bone, Skeleton } from '@/ui/Skeleton';

/** The shelf's layout while it is being fetched. */
export function MallBones(): ReactNode {
  return (
    <Skeleton>
      {[1, 2, 3].map((place) => (
        <Card key={place}>
          <Bone width="half" height="line" />
          <Bone width="full" height="line" />
          <Bone width="full" height="line" />
          <Bone width="third" height="number" />
        </Card>
      ))}
    </Skeleton>
  );
}
