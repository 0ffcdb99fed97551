import type { Refusal } from '@shared/kernel/refusal';
import type { FamilyOffer } from '@shared/member/familyContract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface FamilyOfferState {
  readonly offer: FamilyOffer | null;
  readonly refused: Refusal<CodeOf<'member', 'family.offer'>> | null;
  readonly load: () => Promise<void>;
  /** It was taken, or is looked at no more. */
  readonly close: () => void;
}

/** The invitation that the page was opened by; nothing without a code. */
export function useFamilyOffer(code: string | null): FamilyOfferState {
  const [offer, setOffer] = useState<FamilyOffer | null>(null);
  const [refused, setRefused] = useState<FamilyOfferState['refused']>(null);
  const load = useCallback(async () => {
    if (code === null) return;
    const answer = await call('member', 'family.offer', { code });
    setOffer(answer.ok ? answer.value : null);
    setRefused(answer.ok ? null : answer.refusal);
  }, [code]);
  const close = useCallback(() => {
    setOffer(null);
    setRefused(null);
  }, []);
  return { offer, refused, load, close };
}
