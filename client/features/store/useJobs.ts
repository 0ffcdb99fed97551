import type { Refusal } from '@shared/kernel/refusal';
import type { OutboxFigures } from '@shared/message/contract';
import type { JobView } from '@shared/store/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface Works {
  readonly jobs: readonly JobView[];
  readonly outbox: OutboxFigures;
}

interface Jobs {
  /** Null until it is there. */
  readonly works: Works | null;
  readonly trouble: Refusal<CodeOf<'console', 'store.jobs' | 'message.outbox'>> | null;
  readonly load: () => Promise<void>;
}

/** Every job's last run, and how many messages are in which state. */
export function useJobs(): Jobs {
  const [works, setWorks] = useState<Works | null>(null);
  const [trouble, setTrouble] = useState<Jobs['trouble']>(null);
  const load = useCallback(async () => {
    const [jobs, outbox] = await Promise.all([call('console', 'store.jobs', {}), call('console', 'message.outbox', {})]);
    if (jobs.ok && outbox.ok) setWorks({ jobs: jobs.value.jobs, outbox: outbox.value });
    setTrouble(!jobs.ok ? jobs.refusal : outbox.ok ? null : outbox.refusal);
  }, []);
  return { works, trouble, load };
}
