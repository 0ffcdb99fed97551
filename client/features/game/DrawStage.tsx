import type { DrawReceipt, PoolView } from '@shared/game/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { lessMotion } from '@/platform/motion';
import { open } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import tokens from '@/ui/tokens.json';
import { faceFor, prizesFor } from './landing';
import { NineGrid } from './NineGrid';
import { ResultSheet } from './ResultSheet';
import { ScratchCard } from './ScratchCard';
import { useDraw } from './useDraw';
import { Wheel } from './Wheel';
import './DrawStage.scss';

interface DrawStageProps {
  readonly view: PoolView;
  /** Called with what a draw gave as soon as it is known, and when the pool has changed under the person's hands. */
  readonly onDrawn: (receipt: DrawReceipt) => void;
  readonly onStale: () => void;
}

const faces = { wheel: Wheel, grid: NineGrid, scratch: ScratchCard } as const;

/** The face of a pool and its one act: the server decides, then the face moves to what it decided, then the result is told. */
export function DrawStage({ view, onDrawn, onStale }: DrawStageProps): ReactNode {
  const { copy, refusal, say } = useSpeech();
  const words = copy.gameDraw;
  const { card, content } = view;
  const { mine } = card;
  const prizes = useMemo(() => prizesFor(content, mine?.tier ?? null), [content, mine?.tier]);
  const { receipt, trouble, draw } = useDraw(card.id, onDrawn, onStale);
  const shown = useLanded(receipt);
  const [closed, setClosed] = useState<string | null>(null);
  const face = faceFor(content.face, prizes);
  const Face = faces[face];
  const target = useMemo(() => (receipt === null ? null : { prizeId: receipt.prize.id }), [receipt]);
  const landed = shown === null ? words.face.waiting : words.face.landed(say(shown.prize.name));
  const moving = receipt !== null && shown !== receipt;
  const chances = mine?.chances ?? 0;
  return (
    <View className="draw-stage">
      <Face prizes={prizes} target={target} still={lessMotion()} label={`${words.face[face]} · ${landed}`} />
      {trouble !== null && <Notice tone="refused">{refusal(trouble)}</Notice>}
      <View className="draw-stage__act">
        {chances === 0 && !moving ? (
          <Button onPress={() => open('play')}>{words.toChances}</Button>
        ) : (
          <Button disabled={moving || card.phase !== 'open'} onPress={draw}>
            {moving ? words.drawing : face === 'scratch' ? words.scratch : words.draw}
          </Button>
        )}
      </View>
      <StageNotes view={view} equalPlaces={face !== 'scratch'} />
      <ResultSheet
        receipt={shown !== null && shown.id !== closed ? shown : null}
        onClose={() => setClosed(shown?.id ?? null)}
        onAgain={() => {
          setClosed(shown?.id ?? null);
          return draw();
        }}
      />
    </View>
  );
}

/** How many chances and draws are left, when the guarantee is due, and that places are no odds. */
function StageNotes({ view, equalPlaces }: { readonly view: PoolView; readonly equalPlaces: boolean }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.gameDraw;
  const { mine, perDayMax } = view.card;
  const { guarantee } = view.content;
  return (
    <>
      <View className="note draw-stage__note num" {...aria({ role: 'status' })}>
        {mine === null ? null : `${words.mine(mine.chances)} · ${words.today(mine.drawnToday, perDayMax)}`}
      </View>
      {guarantee !== null && mine !== null && (
        <View className="note draw-stage__note">{words.guaranteeLeft(guarantee.misses - mine.misses)}</View>
      )}
      {equalPlaces && <View className="label draw-stage__note">{words.equalPlaces}</View>}
    </>
  );
}

/** The draw whose face has come to rest. */
function useLanded(receipt: DrawReceipt | null): DrawReceipt | null {
  const [landed, setLanded] = useState<DrawReceipt | null>(null);
  useEffect(() => {
    if (receipt === null) return undefined;
    const timer = setTimeout(() => setLanded(receipt), lessMotion() ? 0 : tokens.motionMs.draw);
    return () => clearTimeout(timer);
  }, [receipt]);
  return landed;
}
