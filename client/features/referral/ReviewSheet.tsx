import type { ReviewRow } from '@shared/referral/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { cheer, decline } from '@/ui/toast';
import { ReviewFacts } from './ReviewFacts';
import './ReviewSheet.scss';

interface ReviewSheetProps {
  readonly row: ReviewRow;
  readonly offsetMinutes: number;
  readonly onClose: () => void;
  /** It waits no more: decided here, or by a colleague meanwhile. */
  readonly onDecided: (friend: string) => void;
}

const reasonMax = 200;
/** A colleague was faster. */
const waitsNoMore: readonly string[] = ['referral.decided', 'referral.unknownFriend'];

/** Decides one invitation, with a reason. Until the answer is there both keys are busy and the sheet stays. */
export function ReviewSheet({ row, offsetMinutes, onClose, onDecided }: ReviewSheetProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.referralReview;
  const [written, setWritten] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reason = written.trim();
  const finish = (tell: () => void): void => {
    onDecided(row.friend);
    onClose();
    tell();
  };
  const decide = async (approve: boolean): Promise<void> => {
    setBusy(true);
    const answer = await call('console', 'referral.review', { friend: row.friend, approve, reason });
    setBusy(false);
    if (answer.ok) finish(() => cheer(approve ? words.approved : words.refused));
    else if (waitsNoMore.includes(answer.refusal.code)) finish(() => decline(refusal(answer.refusal)));
    else setSaid(refusal(answer.refusal));
  };
  const shut = busy || reason === '';
  return (
    <Sheet open title={words.sheet} {...(busy ? {} : { onClose })}>
      <ReviewFacts row={row} offsetMinutes={offsetMinutes} />
      <Field label={words.reason} hint={words.reasonHint} value={written} onChange={setWritten} lengthMax={reasonMax} />
      <View className="review-sheet__note note">{words.means}</View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <View className="review-sheet__keys">
        <Button tone="plain" disabled={shut} onPress={() => decide(false)}>
          {words.refuse}
        </Button>
        <Button disabled={shut} onPress={() => decide(true)}>
          {words.approve}
        </Button>
      </View>
    </Sheet>
  );
}
