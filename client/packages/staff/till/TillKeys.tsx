import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';

/** What else can be done at a till. */
export function TillKeys(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Card>
      <View>
        <ListRow icon="calendar" title={copy.booking.shop.title} onPress={() => open('shopBookings')} />
        <ListRow icon="undo" title={copy.refund.title} onPress={() => open('refund')} />
        <ListRow icon="statement" title={copy.shift.title} onPress={() => open('shift')} />
        <ListRow icon="code" title={copy.storeCode.title} onPress={() => open('codes')} />
        <ListRow icon="message" title={copy.storeGroup.title} onPress={() => open('groups')} />
      </View>
    </Card>
  );
}
