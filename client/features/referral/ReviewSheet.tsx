import type { ReviewRow } from '@shared/referral/contract';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { DecideSheet } from '@/ui/DecideSheet';
import { cheer, decline } from '@/ui/toast';
import { ReviewFacts } from './ReviewFacts';

interface ReviewSheetProps {
  readonly row: ReviewRow;
  readonly offsetMinutes: number;
  readonly onClose: () => void;
  /** It waits no more: decided here, or by a colleague meanwhile. */
  readonly onDecided: (friend: string) => void;
}

/** A colleague was faster. */
const waitsNoMore: readonly string[] = ['referral.decided', 'referral.unknownFriend'];

/** Decides one invitation, with a reason. */
export function ReviewSheet({ row, offsetMinutes, onClose, onDecided }: ReviewSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.referralReview;
  const decide = async (approve: boolean, reason: string): Promise<string | null> => {
    const answer = await call('console', 'referral.review', { friend: row.friend, approve, reason });
    const isOver = answer.ok || waitsNoMore.includes(answer.refusal.code);
    if (!isOver) return refusal(answer.refusal);
    onDecided(row.friend);
    onClose();
    if (answer.ok) cheer(approve ? words.approved : words.refused);
    else decline(refusal(answer.refusal));
    return null;
  };
  return (
    <DecideSheet title={words.sheet} words={words} decide={decide} onClose={onClose}>
      <ReviewFacts row={row} offsetMinutes={offsetMinutes} />
    </DecideSheet>
  );
}
