import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Toggle } from '@/ui/Toggle';
import { decline, remark } from '@/ui/toast';
import type { RaceState } from './useRace';

interface NameToggleProps {
  readonly shown: boolean;
  readonly onChange: RaceState['showName'];
}

/** Whether others see my nickname in the list: off until I say so, one switch, saved at once. */
export function NameToggle({ shown, onChange }: NameToggleProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.ledgerRace;
  const change = async (show: boolean): Promise<void> => {
    const refused = await onChange(show);
    if (refused === null) remark(copy.member.profile.saved);
    else decline(refusal(refused));
  };
  return (
    <Card>
      <ListRow
        title={words.showName}
        note={words.showNameNote}
        end={<Toggle label={words.showName} on={shown} onChange={(show) => void change(show)} />}
      />
    </Card>
  );
}
