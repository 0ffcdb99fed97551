import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { ReviewQueue } from '@/features/referral/ReviewQueue';
import { loadOffice, officeState } from '@/features/store/officeStore';
import { WorkGate } from '@/features/store/WorkGate';
import { useCell } from '@/platform/createCell';

/** Invitations that wait for an operator to look. Taro asks for the default export. */
export default function ReviewsPage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.referralReview;
  const { office, asked, trouble } = useCell(officeState);
  const closed = { icon: 'shield', title: words.notOperator, note: words.notOperatorNote } as const;
  const state = { who: office, asked, trouble, load: loadOffice };
  return (
    <WorkGate title={words.title} {...state} offline={words.offline} closed={closed}>
      {({ offsetMinutes }) => <ReviewQueue offsetMinutes={offsetMinutes} />}
    </WorkGate>
  );
}
