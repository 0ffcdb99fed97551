import type { CheckinReceipt } from '@shared/checkin/contract';
import type { Refusal } from '@shared/kernel/refusal';
import type { CodeSecret, Home, Welcome } from '@shared/member/contract';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { serverNow } from '@/platform/serverClock';
import { recall, remember } from '@/platform/storage';
import { heldSecret, keepSecret } from './codeSecret';

type HomeRefusal = Refusal<CodeOf<'member', 'member.home'>>;

/** What is known of the person's home: the last one seen, when it was seen (server's epoch ms), and why a newer one is missing. */
export interface HomeState {
  readonly home: Home | Welcome | null;
  readonly seenAt: number;
  readonly trouble: HomeRefusal | null;
}

type Kept = Pick<HomeState, 'home' | 'seenAt'>;

/** The home of whoever holds this phone; begins with what was kept when it was last open. */
export const homeState: Cell<HomeState> = createCell<HomeState>({
  ...(recall<Kept>('person', 'home') ?? { home: null, seenAt: 0 }),
  trouble: null,
});

let loading: Promise<void> | null = null;

function keep(home: Home | Welcome): void {
  if (home.joined) keepSecret(home);
  const seen: Kept = { home: home.joined ? { ...home, code: null } : home, seenAt: serverNow() };
  // A link to a picture lapses: what is kept for later goes without it.
  remember('person', 'home', home.joined ? { ...seen, home: { ...home, code: null, avatar: { ...home.avatar, url: null } } } : seen);
  homeState.set({ ...seen, trouble: null });
}

function versionHeld(): number {
  const { home } = homeState.get();
  const held = heldSecret();
  return held !== null && (home === null || (home.joined && home.cardNumber === held.cardNumber)) ? held.version : 0;
}

async function load(): Promise<void> {
  const answer = await call('member', 'member.home', { codeVersionHeld: versionHeld() });
  if (!answer.ok) homeState.set({ ...homeState.get(), trouble: answer.refusal });
  else keep(answer.value);
}

/** Fetches the home; several askers at once share one call. */
export function loadHome(): Promise<void> {
  loading ??= load().finally(() => {
    loading = null;
  });
  return loading;
}

/** Takes over a home that another call brought (joining). */
export function takeHome(home: Home): void {
  keep(home);
}

function change(to: (home: Home) => Home): void {
  const { home } = homeState.get();
  if (home?.joined === true) keep(to(home));
}

/** Shows what a check-in changed, without a second call. */
export function takeCheckin({ checkin, available, debt }: Pick<CheckinReceipt, 'checkin' | 'available' | 'debt'>): void {
  change((home) => ({ ...home, checkin, points: { ...home.points, available, debt } }));
}

/** Shows what is left to spend, without a second call. */
export function takeAvailable(available: number): void {
  change((home) => ({ ...home, points: { ...home.points, available } }));
}

/** Shows the card with another face, without a second call. */
export function takeFace(face: Home['face']): void {
  change((home) => ({ ...home, face }));
}

/** Shows what became of the picture, without a second call. */
export function takeAvatar(avatar: Home['avatar']): void {
  change((home) => ({ ...home, avatar }));
}

/** Shows a new nickname, without a second call. */
export function takeNickname(nickname: string): void {
  change((home) => ({ ...home, nickname }));
}

/** Shows what changed about messages, without a second call. */
export function takeNotices(notices: Home['notices']): void {
  change((home) => ({ ...home, notices }));
}

/** Takes over a new secret: the code drawn from now on. */
export function takeSecret(code: CodeSecret): void {
  change((home) => ({ ...home, code, codeVersion: code.version }));
}
