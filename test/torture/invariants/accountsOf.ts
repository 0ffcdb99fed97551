import type { Snapshot } from '../takeSnapshot';

/** Every account that somebody has been in: their own, and those whose invitations they took. */
export function accountsOf({ familyInvites }: Pick<Snapshot, 'familyInvites'>): (memberId: string) => ReadonlySet<string> {
  const joined = new Map<string, Set<string>>();
  for (const { usedBy, accountId } of familyInvites) {
    if (usedBy !== null) joined.set(usedBy, (joined.get(usedBy) ?? new Set()).add(accountId));
  }
  return (memberId) => new Set([memberId, ...(joined.get(memberId) ?? [])]);
}
