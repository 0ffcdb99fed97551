import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { ReviewQueue } from '@/features/referral/ReviewQueue';
import { OfficeGate } from '@/features/store/OfficeGate';

/** Invitations that wait for an operator to look. Taro asks for the default export. */
export default function ReviewsPage(): ReactNode {
  const { copy } = useSpeech();
  return <OfficeGate words={copy.referralReview}>{({ offsetMinutes }) => <ReviewQueue offsetMinutes={offsetMinutes} />}</OfficeGate>;
}
