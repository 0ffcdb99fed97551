import type { ReactNode } from 'react';
import { Card } from './Card';
import { Bone, Skeleton } from './Skeleton';

/** A card before it is there: a title, what it says, and its key. */
export function CardBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        <Bone width="half" height="line" />
        <Bone width="full" height="block" />
        <Bone width="full" height="button" />
      </Skeleton>
    </Card>
  );
}
