import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import tokens from '@/ui/tokens.json';
import type { FaceProps } from './FaceProps';
import { gridOf, gridSteps, stepTimes } from './landing';
import './NineGrid.scss';

/** Where each of the eight squares lies in rows of three; the middle is none of them. */
const places = [0, 1, 2, 7, null, 3, 6, 5, 4] as const;

/** Nine squares: a light runs around and rests on the prize that the server has given. */
export function NineGrid({ prizes, target, still, label }: FaceProps): ReactNode {
  const { copy, say } = useSpeech();
  const squares = gridOf(prizes);
  const [lit, setLit] = useState<number | null>(null);
  const last = useRef(0);
  useEffect(() => {
    if (target === null) return undefined;
    const place = gridOf(prizes).findIndex((prize) => prize.id === target.prizeId);
    const steps = still ? [place] : gridSteps(place, last.current);
    const times = stepTimes(steps.length, still ? 0 : tokens.motionMs.draw);
    const timers = steps.map((step, index) => setTimeout(() => setLit(step), times[index]));
    last.current = place;
    return () => timers.forEach(clearTimeout);
  }, [target, prizes, still]);
  return (
    <View className="nine-grid" {...aria({ role: 'img', label })}>
      {places.map((place) => {
        const prize = place === null ? undefined : squares[place];
        return (
          <View
            key={place ?? 'middle'}
            className={`nine-grid__one ${place === null ? 'nine-grid__one--middle' : ''} ${place !== null && place === lit ? 'nine-grid__one--lit' : ''}`}
          >
            {prize === undefined ? (
              <>
                <Icon name="lantern" size="large" />
                <View className="nine-grid__word">{copy.gameDraw.face.center}</View>
              </>
            ) : (
              say(prize.name)
            )}
          </View>
        );
      })}
    </View>
  );
}
