import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { OutboxCard } from '@/features/message/OutboxCard';
import { JobBoard } from '@/features/store/JobBoard';
import { loadOffice, officeState } from '@/features/store/officeStore';
import { WorkGate } from '@/features/store/WorkGate';
import { useCell } from '@/platform/createCell';

/** What runs by itself, for operators. Taro asks for the default export. */
export default function JobsPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeJobs;
  const { office, asked, trouble } = useCell(officeState);
  const closed = { icon: 'shield', title: words.notOperator, note: words.notOperatorNote } as const;
  const state = { who: office, asked, trouble, load: loadOffice };
  return (
    <WorkGate title={words.title} {...state} offline={words.offline} closed={closed}>
      {({ offsetMinutes }) => (
        <JobBoard offsetMinutes={offsetMinutes} messages={(figures, reload) => <OutboxCard figures={figures} onLifted={reload} />} />
      )}
    </WorkGate>
  );
}
