import type { DrawReceipt } from '@shared/game/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useRef, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { newKey } from '@/platform/newKey';

interface Intent {
  readonly key: string;
  readonly nonce: string;
}

export interface Drawing {
  readonly receipt: DrawReceipt | null;
  readonly trouble: Refusal<CodeOf<'member', 'game.draw'>> | null;
  readonly draw: () => Promise<void>;
}

/** These leave the decision open: the same key and nonce go again with the next tap, so that a lost answer is never a second draw. */
const openEnds: readonly string[] = ['net.offline', 'busy.tryAgain', 'call.fault'];

/** Draws from one pool. The nonce is made on this phone, once per decision. */
export function useDraw(poolId: string, onDrawn: (receipt: DrawReceipt) => void, onStale: () => void): Drawing {
  const [receipt, setReceipt] = useState<DrawReceipt | null>(null);
  const [trouble, setTrouble] = useState<Drawing['trouble']>(null);
  const intent = useRef<Promise<Intent> | null>(null);
  const draw = useCallback(async () => {
    intent.current ??= Promise.all([newKey(), newKey()]).then(([key, nonce]) => ({ key, nonce }));
    const { key, nonce } = await intent.current;
    const answer = await call('member', 'game.draw', { key, poolId, nonce });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok && openEnds.includes(answer.refusal.code)) return;
    intent.current = null;
    if (!answer.ok) {
      onStale();
      return;
    }
    setReceipt(answer.value);
    onDrawn(answer.value);
  }, [poolId, onDrawn, onStale]);
  return { receipt, trouble, draw };
}
