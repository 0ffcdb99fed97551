import type { Refusal } from '@shared/kernel/refusal';
import type { ReactNode } from 'react';
import type { SpokenCode } from '@/copy/sentences';
import { Card } from '@/ui/Card';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

interface GameFrameProps<View> {
  readonly state: {
    readonly view: View | null;
    readonly trouble: Refusal<SpokenCode> | null;
    readonly load: () => Promise<void>;
  };
  readonly children: (view: View) => ReactNode;
}

/** What every screen of a game does while it is not there: bones, or why not and another try. */
export function GameFrame<View>({ state, children }: GameFrameProps<View>): ReactNode {
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
