import { isSolved } from '@shared/game/jigsaw/board';
import type { AttemptView, JigsawView } from '@shared/game/jigsaw/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useNow } from '@/platform/useNow';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CheckBox } from '@/ui/CheckBox';
import { Notice } from '@/ui/Notice';
import { clockText } from './clockText';
import { JigsawBoard } from './JigsawBoard';
import { JigsawPicture } from './JigsawPicture';
import type { Jigsawing } from './useJigsaw';
import './Jigsaw.scss';

interface JigsawPlayProps {
  readonly view: JigsawView;
  readonly attempt: AttemptView;
  readonly moves: number;
  readonly jigsaw: Jigsawing;
}

const redrawMs = 500;

/** The board with what is left of its time, numbers for those who want them, and the picture to look at. */
export function JigsawPlay({ view, attempt, moves, jigsaw }: JigsawPlayProps): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  const [numbers, setNumbers] = useState(true);
  const [shown, setShown] = useState(false);
  const leftMs = attempt.endsAt - useNow(redrawMs);
  const solved = isSolved(jigsaw.board);
  return (
    <Card>
      <View className="row row--apart jigsaw__head num">
        <View {...aria({ role: 'timer' })}>{words.left(clockText(leftMs))}</View>
        <View>{words.moves(moves)}</View>
      </View>
      {shown ? (
        <JigsawPicture picture={view.picture} />
      ) : (
        <JigsawBoard
          board={jigsaw.board}
          size={attempt.size}
          picture={view.picture}
          numbers={numbers}
          onPiece={jigsaw.slidePiece}
          onSlide={jigsaw.slideTo}
        />
      )}
      <View className="jigsaw__head">
        <CheckBox checked={numbers} onChange={setNumbers} label={words.numbers} />
      </View>
      {leftMs <= 0 && !solved && <TimeUp onAgain={jigsaw.deal} />}
      {solved && jigsaw.trouble !== null && <Button onPress={jigsaw.send}>{words.send}</Button>}
      <Button tone="tint" onPress={() => setShown(!shown)}>
        {shown ? words.goOn : words.picture}
      </Button>
    </Card>
  );
}

function TimeUp({ onAgain }: { readonly onAgain: () => Promise<void> }): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  const again = (
    <Button size="small" tone="tint" onPress={onAgain}>
      {words.again}
    </Button>
  );
  return (
    <Notice tone="refused" act={again}>
      {words.timeUp}
    </Notice>
  );
}
