import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { loadOffice, mayBeOffice, officeState } from './officeStore';
import { staffState } from './staffStore';

/** For operators the way to what they decide; for everybody else nothing. It asks once, after it is known who stands at a till. */
export function OfficeEntrance(): ReactNode {
  const { copy } = useSpeech();
  const { asked } = useCell(staffState);
  const { office } = useCell(officeState);
  useEffect(() => {
    if (asked && mayBeOffice() && !officeState.get().asked) void loadOffice();
  }, [asked]);
  if (office === null) return null;
  return (
    <Card>
      <ListRow icon="shield" title={copy.referralReview.title} note={copy.referralReview.entrance} onPress={() => open('reviews')} />
      <ListRow icon="bell" title={copy.storeJobs.title} note={copy.storeJobs.entrance} onPress={() => open('jobs')} />
    </Card>
  );
}
