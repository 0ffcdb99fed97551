import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';

/** For operators the way to what they decide. */
export function OfficeEntrance(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Card>
      <ListRow icon="shield" title={copy.referralReview.title} note={copy.referralReview.entrance} onPress={() => open('reviews')} />
      <ListRow
        icon="person"
        title={copy.memberAvatar.office.title}
        note={copy.memberAvatar.office.entrance}
        onPress={() => open('pictures')}
      />
      <ListRow icon="bell" title={copy.storeJobs.title} note={copy.storeJobs.entrance} onPress={() => open('jobs')} />
      <ListRow icon="shop" title={copy.storeSettings.title} note={copy.storeSettings.entrance} onPress={() => open('settings')} />
    </Card>
  );
}
