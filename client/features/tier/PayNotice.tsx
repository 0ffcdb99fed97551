import type { Day } from '@shared/kernel/time';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import type { ReactNode } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import type { PayOutcome } from './usePaidCard';

interface PayNoticeProps {
  readonly outcome: PayOutcome;
  readonly today: Day;
  readonly onCheck: (order: PlanOrderView) => Promise<void>;
}

/** What became of the latest payment, and what can be done about it. */
export function PayNotice({ outcome, today, onCheck }: PayNoticeProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.paidCard;
  if (outcome.kind === 'done') {
    const { name, period } = outcome.order;
    return <Notice tone="good">{words.done(say(name), dayText(period?.endsOn ?? today, language, today))}</Notice>;
  }
  if (outcome.kind !== 'waiting') return <Notice tone="refused">{words[outcome.kind]}</Notice>;
  const again = (
    <Button size="small" tone="tint" onPress={() => onCheck(outcome.order)}>
      {words.check}
    </Button>
  );
  return (
    <Notice tone="note" act={again}>
      {words.waiting}
    </Notice>
  );
}
