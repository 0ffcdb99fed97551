import type { Slide } from '@shared/game/jigsaw/board';
import type { Board, JigsawPicture } from '@shared/game/jigsaw/types';
import { View } from '@tarojs/components';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { onArrowKeys } from '@/ui/onArrowKeys';
import { Pressable } from '@/ui/Pressable';
import { pictureUrl } from './pictureUrl';
import { useDrag, type Held } from './useDrag';
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

/** The pieces where they lie. A tap or a drag slides a piece and those before it, a stroke or an arrow key the one that can go that way. */
export function JigsawBoard({ board, size, picture, numbers, onPiece, onSlide }: JigsawBoardProps): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  const image = useMemo(() => pictureUrl(picture), [picture]);
  const { held, earsOf, justDragged } = useDrag(board, size, onPiece, onSlide);
  // On the phone a finger on the board must not scroll the page.
  const still = process.env.TARO_ENV === 'weapp' ? { catchMove: true } : {};
  const pieces = board.flatMap((piece, place) => (piece === 0 ? [] : [{ piece, place }])).sort((a, b) => a.piece - b.piece);
  return (
    <View className="jigsaw__board" {...still} {...onArrowKeys(onSlide)} {...aria({ role: 'group', label: words.board })}>
      {pieces.map(({ piece, place }) => (
        <View
          key={piece}
          className={`jigsaw__place ${held?.pieces.includes(piece) === true ? 'jigsaw__place--held' : ''}`}
          style={{ ...placeStyle(place, size), ...heldStyle(piece, held) }}
          {...earsOf(piece)}
        >
          <Pressable
            className="jigsaw__piece"
            label={words.piece(piece, Math.floor(place / size) + 1, (place % size) + 1)}
            onPress={() => (justDragged() ? undefined : onPiece(piece))}
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

/** How far a piece that is dragged lies from its place. */
function heldStyle(piece: number, held: Held | null): CSSProperties {
  if (held?.pieces.includes(piece) !== true) return {};
  const way = { R: ['X', 1], L: ['X', -1], D: ['Y', 1], U: ['Y', -1] }[held.move];
  return { transform: `translate${way[0]}(${Number(way[1]) * held.far * 100}%)` };
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
