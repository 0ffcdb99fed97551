import type { Day } from '@shared/kernel/time';
import type { TierView } from '@shared/tier/view';
import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import './TierProgress.scss';

interface TierProgressProps {
  readonly tier: TierView;
  /** Today in programme time. */
  readonly today: Day;
}

/** How much more to rise, and what keeps the tier until when. */
export function TierProgress({ tier, today }: TierProgressProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.tier;
  const { next, keep, score } = tier;
  const part = next === null ? 1 : Math.min(1, score / next.scoreNeeded);
  const style = { width: `${Math.round(part * 100)}%` } satisfies CSSProperties;
  const rise = next === null ? words.top : words.rise(numberText(next.missing), say(next.name));
  const until = keep === null ? '' : dayText(keep.until, language, today);
  const hold = keep !== null && keep.missing > 0 ? words.keep(numberText(keep.missing), until) : words.kept(say(tier.name), until);
  return (
    <View className="tier-progress">
      <View className="tier-progress__line" {...aria({ hidden: true })}>
        <View className="tier-progress__part" style={style} />
      </View>
      <View className="row row--apart tier-progress__words num">
        <View>{rise}</View>
        {keep !== null && <View>{hold}</View>}
      </View>
    </View>
  );
}
