import type { ReviewRow } from '@shared/referral/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { ReviewFacts } from './ReviewFacts';
import { ReviewSheet } from './ReviewSheet';
import { useReviews } from './useReviews';
import './ReviewQueue.scss';

/** What waits for an operator, longest first; what was decided leaves. */
export function ReviewQueue({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.referralReview;
  const { page, trouble, load, loadMore, leave } = useReviews();
  const [open, setOpen] = useState<ReviewRow | null>(null);
  // Not when the page is shown: this part of it comes after that, once it is known that an operator is here.
  useEffect(() => void load(), [load]);
  const rows = page?.rows ?? [];
  const waits = page === null || (rows.length === 0 && page.next !== null);
  const close = (): void => setOpen(null);
  return (
    <View className="review-queue">
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {waits && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {!waits && rows.length === 0 && <Empty icon="lantern" title={words.none} note={words.noneNote} />}
      {rows.length > 0 && <View className="note">{words.note}</View>}
      <View className="review-queue__rows">
        {rows.map((row) => (
          <Card key={row.friend}>
            <ReviewFacts row={row} offsetMinutes={offsetMinutes} />
            <Button tone="tint" label={words.lookAt(momentText(row.waitingSince, offsetMinutes, language))} onPress={() => setOpen(row)}>
              {words.look}
            </Button>
          </Card>
        ))}
      </View>
      {rows.length > 0 && page?.next !== null && (
        <Button tone="plain" onPress={loadMore}>
          {copy.house.more}
        </Button>
      )}
      {open !== null && <ReviewSheet row={open} offsetMinutes={offsetMinutes} onClose={close} onDecided={leave} />}
    </View>
  );
}
