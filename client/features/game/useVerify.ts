import type { PoolView } from '@shared/game/contract';
import type { DrawRecord } from '@shared/game/drawTypes';
import { verifyDrawer } from '@shared/game/verifyDrawer';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useEffect, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Verified {
  readonly draws: readonly DrawRecord[];
  /** Counter of the first draw that does not match; null when all do. */
  readonly wrong: number | null;
}

export interface Verifying {
  readonly verified: Verified | null;
  readonly trouble: Refusal<CodeOf<'member', 'game.myDraws'>> | null;
  readonly verify: () => Promise<void>;
}

/** Fetches the member's own draws of a closed pool and recomputes each of them on this phone. */
export function useVerify({ card, secret, revisions }: PoolView, offsetMinutes: number): Verifying {
  const [verified, setVerified] = useState<Verified | null>(null);
  const [trouble, setTrouble] = useState<Verifying['trouble']>(null);
  const verify = useCallback(async () => {
    if (secret === null) return;
    const draws: DrawRecord[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const answer = await call('member', 'game.myDraws', cursor === undefined ? { poolId: card.id } : { poolId: card.id, cursor });
      setTrouble(answer.ok ? null : answer.refusal);
      if (!answer.ok) return;
      draws.push(...answer.value.draws);
      cursor = answer.value.next;
    }
    const contentOf = (revision: number) => revisions.find((each) => each.revision === revision)?.content;
    setVerified({ draws, wrong: verifyDrawer(secret, contentOf, draws, offsetMinutes)?.record.counter ?? null });
  }, [card.id, secret, revisions, offsetMinutes]);
  useEffect(() => void verify(), [verify]);
  return { verified, trouble, verify };
}
