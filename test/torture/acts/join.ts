import type { Seat } from '../seat';

/** Becomes a member, or opens the card again. */
export async function join({ say, arena, openid }: Seat): Promise<void> {
  const home = await say('member', 'member.join', { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false });
  if (home !== null) arena.seen.homes.set(openid, home);
}
