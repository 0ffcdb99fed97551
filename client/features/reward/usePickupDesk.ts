import type { Refusal } from '@shared/kernel/refusal';
import type { HandOverReceipt } from '@shared/reward/contract';
import type { PickupCheck } from '@shared/reward/types';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

export interface PickupDesk {
  /** What lies on the counter, to be handed over or just handed over. */
  readonly check: PickupCheck | null;
  readonly handed: HandOverReceipt | null;
  /** Looks a pick-up code up; gives null, or why not. */
  readonly look: (pickupCode: string) => Promise<Refusal<CodeOf<'staff', 'reward.check'>> | null>;
  /** Hands over what lies on the counter; gives null, or why not. */
  readonly handOver: () => Promise<Refusal<CodeOf<'staff', 'reward.handOver'>> | null>;
  readonly leave: () => void;
}

/** The counter where redeemed things are handed over, once. */
export function usePickupDesk(): PickupDesk {
  const [check, setCheck] = useState<PickupCheck | null>(null);
  const [handed, setHanded] = useState<HandOverReceipt | null>(null);
  const { keyFor, done } = useIntentKey();
  const look = useCallback<PickupDesk['look']>(async (pickupCode) => {
    const answer = await call('staff', 'reward.check', { pickupCode });
    if (!answer.ok) return answer.refusal;
    setHanded(null);
    setCheck(answer.value);
    return null;
  }, []);
  const handOver = async (): ReturnType<PickupDesk['handOver']> => {
    if (check === null) return null;
    const { pickupCode } = check;
    const answer = await call('staff', 'reward.handOver', { key: await keyFor(pickupCode), pickupCode });
    if (!answer.ok) return answer.refusal;
    done();
    setHanded(answer.value);
    return null;
  };
  const leave = useCallback(() => {
    setCheck(null);
    setHanded(null);
  }, []);
  return { check, handed, look, handOver, leave };
}
