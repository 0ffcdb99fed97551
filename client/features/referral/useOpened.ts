import type { Refusal } from '@shared/kernel/refusal';
import type { OpenedInvitation } from '@shared/referral/contract';
import { referralWays } from '@shared/referral/types';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Opened {
  /** Null until it is there. */
  readonly opened: OpenedInvitation | null;
  readonly trouble: Refusal<CodeOf<'member', 'referral.open'>> | null;
  readonly load: () => Promise<void>;
}

/** Opens an invitation: the server keeps the first touch. `way` is what the address says; a code says nothing. */
export function useOpened(invitation: string, way: string | null): Opened {
  const [opened, setOpened] = useState<OpenedInvitation | null>(null);
  const [trouble, setTrouble] = useState<Opened['trouble']>(null);
  const load = useCallback(async () => {
    const by = referralWays.find((each) => each === way) ?? 'poster';
    const answer = await call('member', 'referral.open', { invitation, way: by });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setOpened(answer.value);
  }, [invitation, way]);
  return { opened, trouble, load };
}
