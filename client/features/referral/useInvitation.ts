import type { Refusal } from '@shared/kernel/refusal';
import type { InvitationView } from '@shared/referral/contract';
import type { FriendView } from '@shared/referral/view';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface Invitation {
  /** Null before it was ever seen on this phone. */
  readonly view: InvitationView | null;
  readonly trouble: Refusal<CodeOf<'member', 'referral.mine'>> | null;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  /** Shows what became of one friend, without a second call. */
  readonly take: (friend: FriendView) => void;
}

/** My invitation with its friends, page by page; until it comes, and without network, as it was seen last. */
export function useInvitation(): Invitation {
  const [view, setView] = useState(() => recall<InvitationView>('person', 'invitation'));
  const [trouble, setTrouble] = useState<Invitation['trouble']>(null);
  const cursor = view?.next ?? null;
  const load = useCallback(async () => {
    const answer = await call('member', 'referral.mine', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'invitation', answer.value);
    setView(answer.value);
  }, []);
  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    const answer = await call('member', 'referral.mine', { cursor });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    const { friends, next } = answer.value;
    setView((before) => (before === null ? answer.value : { ...before, friends: [...before.friends, ...friends], next }));
  }, [cursor]);
  const take = useCallback((friend: FriendView) => {
    setView((before) =>
      before === null ? null : { ...before, friends: before.friends.map((each) => (each.id === friend.id ? friend : each)) },
    );
  }, []);
  return { view, trouble, load, loadMore, take };
}
