import { useCell } from '@/platform/createCell';
import { useShown } from '@/platform/useShown';
import { homeState, type HomeState, loadHome } from './homeStore';

/** The home on a screen. `always` fetches it each time the screen is shown, `missing` only when there is none. */
export function useHome(when: 'always' | 'missing'): HomeState {
  const state = useCell(homeState);
  useShown(() => {
    if (when === 'always' || homeState.get().home === null) void loadHome();
  });
  return state;
}
