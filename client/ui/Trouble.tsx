import type { ReactNode } from 'react';
import type { SpokenCode } from '@/copy/sentences';
import { useSpeech } from '@/copy/useSpeech';
import type { Refusal } from '@shared/kernel/refusal';
import { Button } from './Button';
import { Notice } from './Notice';

interface TroubleProps {
  readonly refusal: Refusal<SpokenCode>;
  readonly onRetry: () => Promise<void>;
}

/** Why something could not be fetched, in its sentence, and another try. */
export function Trouble({ refusal, onRetry }: TroubleProps): ReactNode {
  const speech = useSpeech();
  const again = (
    <Button tone="tint" size="small" onPress={onRetry}>
      {speech.copy.house.retry}
    </Button>
  );
  return (
    <Notice tone={refusal.code === 'net.offline' ? 'offline' : 'refused'} act={again}>
      {speech.refusal(refusal)}
    </Notice>
  );
}
