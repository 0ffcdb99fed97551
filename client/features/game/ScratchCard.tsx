import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import tokens from '@/ui/tokens.json';
import type { FaceProps } from './FaceProps';
import './ScratchCard.scss';

const columns = 8;
const strips = 5;

/** The scratch card: the prize that the server has given lies under the cover, which comes off strip by strip. */
export function ScratchCard({ prizes, target, still, label }: FaceProps): ReactNode {
  const { copy, say } = useSpeech();
  const [bare, setBare] = useState(0);
  const all = columns * strips;
  useEffect(() => {
    if (target === null) return undefined;
    setBare(still ? all : 0);
    if (still) return undefined;
    const beganAt = Date.now();
    const timer = setInterval(() => {
      const part = Math.min(1, (Date.now() - beganAt) / tokens.motionMs.draw);
      setBare(Math.round(part * all));
      if (part === 1) clearInterval(timer);
    }, tokens.motionMs.draw / all);
    return () => clearInterval(timer);
  }, [target, still, all]);
  const prize = prizes.find((each) => each.id === target?.prizeId);
  return (
    <View className="scratch-card" {...aria({ role: 'img', label })}>
      <View className="scratch-card__prize">{prize === undefined ? null : say(prize.name)}</View>
      <View className="scratch-card__cover">
        {Array.from({ length: all }, (_, place) => (
          <View key={place} className={`scratch-card__bit ${isBare(place, bare) ? 'scratch-card__bit--off' : ''}`} />
        ))}
      </View>
      {target === null && (
        <View className="scratch-card__word">
          <Icon name="lantern" size="large" />
          <View>{copy.gameDraw.face.cover}</View>
        </View>
      )}
    </View>
  );
}

/** A hand goes to and fro: every other strip from the right. */
function isBare(place: number, bare: number): boolean {
  const strip = Math.floor(place / columns);
  const column = place % columns;
  return strip * columns + (strip % 2 === 0 ? column : columns - 1 - column) < bare;
}
