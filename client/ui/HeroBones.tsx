import type { ReactNode } from 'react';
import { Card } from './Card';
import { CardBones } from './CardBones';
import { Bone, Skeleton } from './Skeleton';

/** A screen that opens with a night card, before it is there: the card's figures, then what is listed below. */
export function HeroBones(): ReactNode {
  return (
    <>
      <Card tone="night">
        <Skeleton>
          <Bone width="third" height="line" />
          <Bone width="half" height="number" />
          <Bone width="full" height="line" />
        </Skeleton>
      </Card>
      <CardBones />
    </>
  );
}
