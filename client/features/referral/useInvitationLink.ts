import type { Refusal } from '@shared/kernel/refusal';
import { useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

/** What is copied, and until when it opens (epoch ms); null: for as long as the invitation is there. */
export interface InvitationLink {
  readonly url: string;
  readonly until: number | null;
}

type LinkRefusal = Refusal<CodeOf<'member', 'referral.link'>>;

/** Gets the invitation's link when it is asked for: this page's own address where pages have one, otherwise the platform's short link. */
export function useInvitationLink(address: string | null): {
  /** Gives the link, null when there is none; `refusal` says why then. */
  readonly fetchLink: () => Promise<InvitationLink | null>;
  readonly refusal: LinkRefusal | null;
} {
  const [refusal, setRefusal] = useState<LinkRefusal | null>(null);
  const fetchLink = async (): Promise<InvitationLink | null> => {
    if (address !== null) return { url: address, until: null };
    const answer = await call('member', 'referral.link', {});
    setRefusal(answer.ok ? null : answer.refusal);
    return answer.ok ? answer.value : null;
  };
  return { fetchLink, refusal };
}
