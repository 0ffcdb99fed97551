import type { JobView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { ListRow } from '@/ui/ListRow';
import { Tag } from '@/ui/Tag';

interface JobRowProps {
  readonly job: JobView;
  readonly offsetMinutes: number;
}

const toneOf = { never: 'quiet', running: 'quiet', ended: 'good', failed: 'warn', killed: 'warn' } as const;

/** One job's last run: when, how long, whether anything is left; what went wrong in the words of the fault. */
export function JobRow({ job, offsetMinutes }: JobRowProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.storeJobs;
  const { name, everyMinutes, ranAt, tookMs, state, lastResult, fault } = job;
  const moment = ranAt === null ? null : momentText(ranAt, offsetMinutes, language);
  const run =
    moment === null
      ? null
      : tookMs === null
        ? words.begun(moment)
        : words.ranAt(moment, tookMs < 1000 ? words.took(String(tookMs), 'ms') : words.took((tookMs / 1000).toFixed(1), 's'));
  const left = lastResult['more'] === true ? words.more : null;
  const note = [words.every(everyMinutes), run, left, fault].filter((part) => part !== null).join(' · ');
  return <ListRow title={words.names[name]} note={note} end={<Tag tone={toneOf[state]}>{words.states[state]}</Tag>} />;
}
