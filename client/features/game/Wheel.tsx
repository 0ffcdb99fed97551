import type { Prize } from '@shared/game/poolTypes';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import tokens from '@/ui/tokens.json';
import type { FaceProps } from './FaceProps';
import { wheelTurn } from './landing';
import './Wheel.scss';

/** The wheel: a sector a prize, all of one size; it turns to the prize that the server has given. */
export function Wheel({ prizes, target, still, label }: FaceProps): ReactNode {
  const { say } = useSpeech();
  const turned = useRef(0);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (target === null) return;
    const place = prizes.findIndex((prize) => prize.id === target.prizeId);
    turned.current = wheelTurn(place, prizes.length, turned.current);
    setTurn(turned.current);
  }, [target, prizes]);
  const seconds = still ? 0 : tokens.motionMs.draw / 1000;
  return (
    <View className="wheel" {...aria({ role: 'img', label })}>
      <View className="wheel__pointer" />
      <View
        className="wheel__disc"
        style={{
          transform: `rotate(${turn}deg)`,
          transition: `transform ${seconds}s cubic-bezier(0.12, 0.6, 0.1, 1)`,
          background: sectors(prizes),
        }}
      >
        {prizes.map((prize, place) => (
          <View key={prize.id} className="wheel__sector" style={{ transform: `rotate(${((place + 0.5) * 360) / prizes.length}deg)` }}>
            <View className={`wheel__name ${prizes.length > 8 ? 'wheel__name--small' : ''}`}>{say(prize.name)}</View>
          </View>
        ))}
      </View>
      <View className="wheel__hub" />
    </View>
  );
}

function sectors(prizes: readonly Prize[]): string {
  const part = 360 / prizes.length;
  const tones = prizes.map((_, place) => {
    // With an odd number the last would meet the first in the same tone.
    const odd = prizes.length % 2 === 1 && place === prizes.length - 1;
    const tone = odd ? 'var(--warn-tint)' : place % 2 === 0 ? 'var(--silk-tint)' : 'var(--surface)';
    return `${tone} ${place * part}deg ${(place + 1) * part}deg`;
  });
  return `conic-gradient(${tones.join(', ')})`;
}
