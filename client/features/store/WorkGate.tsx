import type { Refusal } from '@shared/kernel/refusal';
import type { ReactNode } from 'react';
import type { SpokenCode } from '@/copy/sentences';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { network } from '@/platform/network';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import type { IconName } from '@/ui/icons';
import { Notice } from '@/ui/Notice';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

interface WorkGateProps<Who> {
  readonly title: string;
  /** Who this person is here; null when they are nobody, or it is not known yet. */
  readonly who: Who | null;
  readonly asked: boolean;
  readonly trouble: Refusal<SpokenCode> | null;
  readonly load: () => Promise<void>;
  /** What still works here without network. */
  readonly offline: string;
  /** What is said to whoever may not come in. */
  readonly closed: { readonly icon: IconName; readonly title: string; readonly note: string };
  readonly children: (who: Who) => ReactNode;
}

/** A screen for people with a role: whoever has none is told so, and sent home. */
export function WorkGate<Who>({ title, who, asked, trouble, load, offline, closed, children }: WorkGateProps<Who>): ReactNode {
  const { copy } = useSpeech();
  const online = useCell(network);
  useShown(() => void load());
  const refused = who === null && trouble?.code === 'call.notAllowed';
  return (
    <Screen title={title} width="wide" withCode={false}>
      {!online && <Notice tone="offline">{offline}</Notice>}
      {refused && (
        <Empty {...closed}>
          <Button size="small" tone="tint" onPress={() => open('home')}>
            {copy.house.tabs.home}
          </Button>
        </Empty>
      )}
      {trouble !== null && !refused && online && <Trouble refusal={trouble} onRetry={load} />}
      {who === null && !asked && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="button" />
        </Skeleton>
      )}
      {who !== null && children(who)}
    </Screen>
  );
}
