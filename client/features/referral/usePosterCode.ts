import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { pageLink } from '@/platform/pageLink';
import type { PosterCode } from './paintPoster';

export interface PosterCodeState {
  /** Null until it is there. */
  readonly code: PosterCode | null;
  readonly trouble: Refusal<CodeOf<'member', 'referral.code'>> | null;
  readonly load: () => Promise<void>;
}

/** The poster's code: this page's own address where pages have one, otherwise the mini-program code that the platform draws. */
export function usePosterCode(invitationId: string): PosterCodeState {
  const address = useMemo(() => pageLink('invitation', { scene: invitationId }), [invitationId]);
  const [url, setUrl] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<PosterCodeState['trouble']>(null);
  const load = useCallback(async () => {
    if (address !== null) return;
    const answer = await call('member', 'referral.code', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setUrl(answer.value.url);
  }, [address]);
  useEffect(() => void load(), [load]);
  const code = useMemo((): PosterCode | null => {
    if (address !== null) return { kind: 'address', text: address };
    return url === null ? null : { kind: 'picture', url };
  }, [address, url]);
  return { code, trouble, load };
}
