import type { OutboxFigures } from '@shared/message/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { JobRow } from './JobRow';
import { useJobs } from './useJobs';
import './JobBoard.scss';

interface JobBoardProps {
  readonly offsetMinutes: number;
  /** Shows the messages' figures; `reload` looks at everything anew. */
  readonly messages: (figures: OutboxFigures, reload: () => Promise<void>) => ReactNode;
}

/** What the programme does by itself: where its messages are, and when each job last ran, how long it took, whether anything is left. */
export function JobBoard({ offsetMinutes, messages }: JobBoardProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeJobs;
  const { works, trouble, load } = useJobs();
  // Not when the page is shown: this part of it comes after that, once it is known that an operator is here.
  useEffect(() => void load(), [load]);
  return (
    <>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {works === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {works !== null && (
        <View className="job-board">
          <View>{messages(works.outbox, load)}</View>
          <Card>
            <SectionHead title={words.jobs} />
            {works.jobs.map((job) => (
              <JobRow key={job.name} job={job} offsetMinutes={offsetMinutes} />
            ))}
          </Card>
          <Button tone="tint" onPress={load}>
            {words.refresh}
          </Button>
        </View>
      )}
    </>
  );
}
