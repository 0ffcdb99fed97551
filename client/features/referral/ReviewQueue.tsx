import type { ReviewRow } from '@shared/referral/contract';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { QueueList } from '@/ui/QueueList';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ReviewFacts } from './ReviewFacts';
import { ReviewSheet } from './ReviewSheet';
import { useReviews } from './useReviews';

/** Invitations that wait for an operator, and the sheet that decides one. */
export function ReviewQueue({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.referralReview;
  const queue = useReviews();
  const [open, setOpen] = useState<ReviewRow | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <QueueList queue={queue} words={words}>
        {(row) => (
          <Card key={row.friend}>
            <ReviewFacts row={row} offsetMinutes={offsetMinutes} />
            <Button tone="tint" label={words.lookAt(momentText(row.waitingSince, offsetMinutes, language))} onPress={() => setOpen(row)}>
              {words.look}
            </Button>
          </Card>
        )}
      </QueueList>
      {open !== null && <ReviewSheet row={open} offsetMinutes={offsetMinutes} onClose={close} onDecided={queue.leave} />}
    </>
  );
}
