import { clockOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { network } from '@/platform/network';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { type HomeState, loadHome } from './homeStore';

/** Says that what is shown is not fresh, and what still works; or why the home could not be fetched, with another try. */
export function OfflineNotice({ state }: { readonly state: HomeState }): ReactNode {
  const { copy, refusal } = useSpeech();
  const online = useCell(network);
  const { home, trouble, seenAt } = state;
  const again = (
    <Button tone="tint" size="small" onPress={loadHome}>
      {copy.house.retry}
    </Button>
  );
  if (!online || trouble?.code === 'net.offline') {
    const at = home === null ? null : clockOf(seenAt, home.offsetMinutes);
    return (
      <Notice tone="offline" act={again}>
        {at === null ? copy.house.offline : copy.house.offlineStale(at)}
      </Notice>
    );
  }
  if (trouble === null) return null;
  return (
    <Notice tone="refused" act={again}>
      {refusal(trouble)}
    </Notice>
  );
}
