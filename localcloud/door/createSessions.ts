import { randomBytes } from 'node:crypto';
import type { DemoPerson } from '../types';

/** Who is signed in at the door, by token. Kept in memory: a restart signs everybody out. */
export interface Sessions {
  /** Signs a demo person in and gives the token, or `undefined` when there is no such person. */
  signIn(personId: string): string | undefined;
  /** The open id behind a token. */
  openidOf(token: string | undefined): string | undefined;
}

/** Most tokens kept; the oldest go first. */
const tokensMax = 10_000;

/** Makes the sessions of a door. */
export function createSessions(people: readonly DemoPerson[]): Sessions {
  const tokens = new Map<string, string>();
  return {
    signIn(personId) {
      const person = people.find((one) => one.id === personId);
      if (person === undefined) return undefined;
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, person.openid);
      const oldest = tokens.size > tokensMax ? tokens.keys().next().value : undefined;
      if (oldest !== undefined) tokens.delete(oldest);
      return token;
    },
    openidOf: (token) => (token === undefined ? undefined : tokens.get(token)),
  };
}
