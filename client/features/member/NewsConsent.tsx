import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Toggle } from '@/ui/Toggle';
import { decline, remark } from '@/ui/toast';
import type { ProfileState } from './useProfile';

interface NewsConsentProps {
  readonly on: boolean;
  readonly save: ProfileState['save'];
}

/** Consent to news of events: given or withdrawn by one switch, saved at once. */
export function NewsConsent({ on, save }: NewsConsentProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.member.profile;
  const change = async (marketing: boolean): Promise<void> => {
    const refused = await save({ marketing });
    if (refused === null) remark(words.saved);
    else decline(refusal(refused));
  };
  return (
    <Card>
      <ListRow
        title={words.marketing}
        note={words.marketingNote}
        end={<Toggle label={words.marketing} on={on} onChange={(marketing) => void change(marketing)} />}
      />
    </Card>
  );
}
