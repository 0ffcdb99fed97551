import type { PoolView } from '@shared/game/contract';
import { dayOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Notice } from '@/ui/Notice';
import { Pressable } from '@/ui/Pressable';
import './DrawStage.scss';

interface StageHeadProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
}

/** From when to when a pool is open, the way to one's chances, and why it ended early if it did. */
export function StageHead({ view, offsetMinutes }: StageHeadProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.gameDraw;
  const { mine, opensAt, endsAt } = view.card;
  const day = (at: number): string => dayText(dayOf(at, offsetMinutes), language);
  return (
    <>
      {view.stopReason !== null && <Notice tone="note">{words.stopped(view.stopReason)}</Notice>}
      <View className="row row--apart draw-stage__head num">
        <View className="note">{`${day(opensAt)} – ${day(endsAt)}`}</View>
        {mine !== null && (
          <Pressable role="link" className="draw-stage__chances" onPress={() => open('play')}>
            {words.myChances(mine.chances)}
          </Pressable>
        )}
      </View>
    </>
  );
}
