import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { OutboxCard } from '@/features/message/OutboxCard';
import { JobBoard } from '@/features/store/JobBoard';
import { OfficeGate } from '@/features/store/OfficeGate';

/** What runs by itself, for operators. Taro asks for the default export. */
export default function JobsPage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <OfficeGate words={copy.storeJobs}>
      {({ offsetMinutes }) => (
        <JobBoard offsetMinutes={offsetMinutes} messages={(figures, reload) => <OutboxCard figures={figures} onLifted={reload} />} />
      )}
    </OfficeGate>
  );
}
