import type { Home } from '@shared/member/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { type ReactNode, useEffect } from 'react';
import type { SpokenCode } from '@/copy/sentences';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';
import type { HomeState } from './homeStore';
import { JoinInvite } from './JoinInvite';
import { OfflineNotice } from './OfflineNotice';

interface MemberScreenProps {
  readonly title: string;
  readonly state: HomeState;
  /** Why joining helps on this very screen. */
  readonly lead: string;
  /** What stands there until everything has come. */
  readonly bones: ReactNode;
  /** What the screen fetches for itself once it knows a member. */
  readonly own?: OwnContent;
  readonly children: (home: Home) => ReactNode;
}

interface OwnContent {
  readonly ready: boolean;
  readonly trouble: Refusal<SpokenCode> | null;
  readonly load: () => Promise<void>;
}

const nothingOfItsOwn: OwnContent = { ready: true, trouble: null, load: () => Promise.resolve() };

/** The frame of a member's own screens: what is not fresh, the way in for strangers, its own troubles, bones, then the content. */
export function MemberScreen(props: MemberScreenProps): ReactNode {
  const { title, state, lead, bones, own = nothingOfItsOwn, children } = props;
  const { home } = state;
  const joined = home?.joined === true;
  const { ready, trouble, load } = own;
  useEffect(() => {
    if (joined) void load();
  }, [joined, load]);
  const waiting = home === null ? state.trouble === null : home.joined && !ready && trouble === null;
  return (
    <Screen title={title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={lead} />}
      {trouble !== null && trouble.code !== 'net.offline' && <Trouble refusal={trouble} onRetry={load} />}
      {waiting && bones}
      {home?.joined === true && children(home)}
    </Screen>
  );
}
