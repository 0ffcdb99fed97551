import type { PlayView } from '@shared/game/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

interface PlayState {
  /** What there is to play, as it was last seen; null before it was ever seen on this phone. */
  readonly play: PlayView | null;
  readonly trouble: Refusal<CodeOf<'member', 'game.play'>> | null;
}

/** The play tab of whoever holds this phone. */
export const playState: Cell<PlayState> = createCell<PlayState>({ play: recall<PlayView>('person', 'playView'), trouble: null });

/** Fetches what there is to play. */
export async function loadPlay(): Promise<void> {
  const answer = await call('member', 'game.play', {});
  if (!answer.ok) {
    playState.set({ ...playState.get(), trouble: answer.refusal });
    return;
  }
  remember('person', 'playView', answer.value);
  playState.set({ play: answer.value, trouble: null });
}

/** Shows chances and points that another call brought. */
export function takeChances(changed: Pick<PlayView, 'chances' | 'available'>): void {
  const { play } = playState.get();
  if (play !== null) playState.set({ play: { ...play, ...changed }, trouble: null });
}
