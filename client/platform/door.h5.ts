import { type Cell, createCell } from './createCell';
import { forget, recall, remember } from './storage';
import type { DemoPerson } from './types';

interface Session {
  readonly token: string;
  readonly personId: string;
}

/** Whether the sheet to choose a person must be shown. */
export const asking: Cell<boolean> = createCell(false);

let waiting: ((token: string) => void)[] = [];

const session = (): Session | null => recall<Session>('phone', 'session');

/** The token of the person this tab is, or null. */
export function sessionToken(): string | null {
  return session()?.token ?? null;
}

/** The demo person this tab is, or null. */
export function currentPerson(): string | null {
  return session()?.personId ?? null;
}

/** Asks who is here and gives the token once somebody was chosen. */
export function personNeeded(): Promise<string> {
  asking.set(true);
  return new Promise((resolve) => waiting.push(resolve));
}

/** The people of the demo shop. Rejects when the local cloud does not answer. */
export async function people(): Promise<readonly DemoPerson[]> {
  const response = await fetch('/door/people');
  if (!response.ok) throw new Error(`people: ${response.status}`);
  const body = (await response.json()) as { readonly people: readonly DemoPerson[] };
  return body.people;
}

/** Signs this tab in as a demo person; what was kept for the one before is forgotten. Rejects when the door refuses. */
export async function signIn(personId: string): Promise<void> {
  const response = await fetch('/door/signin', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: personId }),
  });
  if (!response.ok) throw new Error(`signin: ${response.status}`);
  const { token } = (await response.json()) as { readonly token: string };
  forget('person');
  remember('phone', 'session', { token, personId } satisfies Session);
  const resumed = waiting;
  waiting = [];
  asking.set(false);
  for (const resume of resumed) resume(token);
}
