import type { Slide } from '@shared/game/jigsaw/board';
import type { Board, JigsawPicture } from '@shared/game/jigsaw/types';
import { View } from '@tarojs/components';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { onArrowKeys } from '@/ui/onArrowKeys';
import { Pressable } from '@/ui/Pressable';
import { pictureUrl } from './pictureUrl';
import { useSwipe } from './useSwipe';
import './Jigsaw.scss';

interface JigsawBoardProps {
  readonly board: Board;
  readonly size: number;
  readonly picture: JigsawPicture;
  /** Whether pieces carry their numbers. */
  readonly numbers: boolean;
  readonly onPiece: (piece: number) => void;
  readonly onSlide: (move: Slide) => void;
}

/** The pieces where they lie. A tap slides a piece, a swipe or an arrow key the one that can go that way. */
export function JigsawBoard({ board, size, picture, numbers, onPiece, onSlide }: JigsawBoardProps): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  const image = useMemo(() => pictureUrl(picture), [picture]);
  const swipe = useSwipe(onSlide);
  const pieces = board.flatMap((piece, place) => (piece === 0 ? [] : [{ piece, place }])).sort((a, b) => a.piece - b.piece);
  return (
    <View className="jigsaw__board" {...swipe} {...onArrowKeys(onSlide)} {...aria({ role: 'group', label: words.board })}>
      {pieces.map(({ piece, place }) => (
        <View key={piece} className="jigsaw__place" style={placeStyle(place, size)}>
          <Pressable
            className="jigsaw__piece"
            label={words.piece(piece, Math.floor(place / size) + 1, (place % size) + 1)}
            onPress={() => onPiece(piece)}
          >
            <View className="jigsaw__part" style={partStyle(piece - 1, size, image)}>
              {numbers && <View className="jigsaw__number num">{piece}</View>}
            </View>
          </Pressable>
        </View>
      ))}
    </View>
  );
}

function placeStyle(place: number, size: number): CSSProperties {
  const share = 100 / size;
  return { width: `${share}%`, height: `${share}%`, left: `${(place % size) * share}%`, top: `${Math.floor(place / size) * share}%` };
}

/** The part of the picture that belongs to a place. */
function partStyle(place: number, size: number, image: string): CSSProperties {
  const share = 100 / (size - 1);
  return {
    backgroundImage: image,
    backgroundSize: `${size * 100}% ${size * 100}%`,
    backgroundPosition: `${(place % size) * share}% ${Math.floor(place / size) * share}%`,
  };
}
