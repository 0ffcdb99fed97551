import type { Session, SessionPlace } from './types';

/**
 * The id of a place of a session to try: one of those nobody has as far as is committed, chosen by chance (0 ≤ chance < 1) so that those
 * who come at once seldom meet. Null when as many are taken as there are places, also where there once were more.
 */
export function choosePlace(session: Session, taken: readonly Pick<SessionPlace, '_id'>[], chance: number): string | null {
  if (taken.length >= session.places) return null;
  const ids = Array.from({ length: session.places }, (_, index) => `${session.sessionId}#${index + 1}`);
  const free = ids.filter((id) => !taken.some(({ _id }) => _id === id));
  return free[Math.floor(chance * free.length)] ?? null;
}
