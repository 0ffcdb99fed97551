import type { ReactNode } from 'react';
import { Card } from '@/ui/Card';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import type { PoolState } from './usePool';

interface PoolFrameProps {
  readonly state: PoolState;
  readonly children: (view: NonNullable<PoolState['view']>) => ReactNode;
}

/** What every screen of a pool does while it is not there: bones, or why not and another try. */
export function PoolFrame({ state, children }: PoolFrameProps): ReactNode {
  const { view, trouble, load } = state;
  return (
    <>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {view === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Card>
            <Bone width="half" height="line" />
            <Bone width="full" height="line" />
            <Bone width="full" height="button" />
          </Card>
        </Skeleton>
      )}
      {view !== null && children(view)}
    </>
  );
}
