import type { DrawReceipt, PoolView } from '@shared/game/contract';
import { prizeOf } from '@shared/game/decideDraw';
import type { Face } from '@shared/game/poolTypes';
import { View } from '@tarojs/components';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { lessMotion } from '@/platform/motion';
import { aria } from '@/ui/aria';
import { Notice } from '@/ui/Notice';
import tokens from '@/ui/tokens.json';
import type { FaceProps } from './FaceProps';
import { faceFor, prizesFor } from './landing';
import { NineGrid } from './NineGrid';
import { ResultSheet } from './ResultSheet';
import { ScratchCard } from './ScratchCard';
import { StageAct } from './StageAct';
import { StageHead } from './StageHead';
import { useDraw } from './useDraw';
import { Wheel } from './Wheel';
import './DrawStage.scss';

interface DrawStageProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
  /** Called with what a draw gave as soon as it is known, and when the pool has changed under the person's hands. */
  readonly onDrawn: (receipt: DrawReceipt) => void;
  readonly onStale: () => void;
}

const faces = { wheel: Wheel, grid: NineGrid } as const;

/** The face of a pool and its one act: the server decides, then the face moves to what it decided, then the result is told. */
export function DrawStage({ view, offsetMinutes, onDrawn, onStale }: DrawStageProps): ReactNode {
  const { copy, refusal, say } = useSpeech();
  const words = copy.gameDraw;
  const { card, content } = view;
  const { mine } = card;
  const prizes = useMemo(() => prizesFor(content, mine?.tier ?? null), [content, mine?.tier]);
  const { receipt, trouble, draw } = useDraw(card.id, onDrawn, onStale);
  const face = faceFor(content.face, prizes);
  const { shown, land } = useLanded(receipt, face === 'scratch');
  const [closed, setClosed] = useState<string | null>(null);
  const target = useMemo(() => (receipt === null ? null : { prizeId: receipt.prize.id }), [receipt]);
  const landed = shown === null ? words.face.waiting : words.face.landed(say(shown.prize.name));
  const moving = receipt !== null && shown !== receipt;
  return (
    <View className="draw-stage">
      <StageHead view={view} offsetMinutes={offsetMinutes} />
      <StageFace {...{ face, prizes, target, moving }} label={`${words.face[face]} · ${landed}`} onUncovered={land} />
      {trouble !== null && <Notice tone="refused">{refusal(trouble)}</Notice>}
      <View className="draw-stage__act">
        <StageAct {...{ view, offsetMinutes, moving }} scratch={face === 'scratch'} onDraw={draw} onUncover={land} />
      </View>
      <StageNotes view={view} equalPlaces={face !== 'scratch'} moving={moving} />
      <ResultSheet
        receipt={shown !== null && shown.id !== closed ? shown : null}
        again={receipt !== null && mayDrawAgain(receipt, view)}
        onClose={() => setClosed(shown?.id ?? null)}
        onAgain={() => {
          setClosed(shown?.id ?? null);
          return draw();
        }}
      />
    </View>
  );
}

/** Whether there is a chance left, and a draw of today's and of all one's draws of this pool. */
function mayDrawAgain({ mine }: DrawReceipt, { card, content }: PoolView): boolean {
  const inAll = content.perMemberMax === null || mine.drawn < content.perMemberMax;
  return mine.chances > 0 && mine.drawnToday < card.perDayMax && inAll;
}

interface StageFaceProps extends Omit<FaceProps, 'still'> {
  readonly face: Face;
  readonly moving: boolean;
  readonly onUncovered: () => void;
}

function StageFace({ face, moving, onUncovered, ...shown }: StageFaceProps): ReactNode {
  const still = lessMotion();
  if (face === 'scratch') return <ScratchCard {...shown} still={still} uncovered={!moving} onUncovered={onUncovered} />;
  const Moved = faces[face];
  return <Moved {...shown} still={still} />;
}

interface StageNotesProps {
  readonly view: PoolView;
  readonly equalPlaces: boolean;
  readonly moving: boolean;
}

/** How many draws are left today, when the guarantee is due, and that places are no odds. Misses are told when the face is at rest. */
function StageNotes({ view, equalPlaces, moving }: StageNotesProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameDraw;
  const { mine, perDayMax } = view.card;
  const { guarantee } = view.content;
  const over = view.card.phase !== 'open' && view.card.phase !== 'soon';
  if (over) return null;
  return (
    <>
      <View className="note draw-stage__note num" {...aria({ role: 'status' })}>
        {mine === null ? null : `${words.mine(mine.chances)} · ${words.today(mine.drawnToday, perDayMax)}`}
      </View>
      {guarantee !== null && mine !== null && (
        <View className={`note draw-stage__note ${moving ? 'draw-stage__note--later' : ''}`}>
          {words.guaranteeLeft(guarantee.misses - mine.misses, say(prizeOf(view.content, guarantee.prizeId).name))}
        </View>
      )}
      {equalPlaces && <View className="label draw-stage__note">{words.equalPlaces}</View>}
    </>
  );
}

/** The draw whose face has come to rest: by itself in its time, or by the member's own hand. */
function useLanded(receipt: DrawReceipt | null, byHand: boolean): { readonly shown: DrawReceipt | null; readonly land: () => void } {
  const [shown, setShown] = useState<DrawReceipt | null>(null);
  const land = useCallback(() => setShown(receipt), [receipt]);
  useEffect(() => {
    if (receipt === null || (byHand && !lessMotion())) return undefined;
    const timer = setTimeout(land, lessMotion() ? 0 : tokens.motionMs.draw);
    return () => clearTimeout(timer);
  }, [receipt, byHand, land]);
  return { shown, land };
}
