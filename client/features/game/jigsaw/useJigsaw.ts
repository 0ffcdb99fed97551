import { slide, slidesTo, type Slide } from '@shared/game/jigsaw/board';
import type { AttemptView, JigsawView, SolveReceipt } from '@shared/game/jigsaw/contract';
import type { Board } from '@shared/game/jigsaw/types';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { useShown } from '@/platform/useShown';
import { loadPlay } from '../playStore';
import { type Played, usePlayed } from './usePlayed';

type JigsawCode = CodeOf<'member', 'jigsaw.view' | 'jigsaw.deal' | 'jigsaw.solve'>;

export interface Jigsawing {
  readonly view: JigsawView | null;
  readonly trouble: Refusal<JigsawCode> | null;
  readonly load: () => Promise<void>;
  readonly attempt: AttemptView | null;
  readonly board: Board;
  readonly moves: string;
  readonly receipt: SolveReceipt | null;
  /** Deals a shuffle, or goes on with the one whose time runs. */
  readonly deal: () => Promise<void>;
  /** Slides a piece, with those between it and the gap. */
  readonly slidePiece: (piece: number) => void;
  /** Slides the piece that can go this way. */
  readonly slideTo: (move: Slide) => void;
  /** Sends the slides of a solved board; done by itself, again after a refusal. */
  readonly send: () => Promise<void>;
}

/** A jigsaw and the shuffle that is being solved on this phone. */
export function useJigsaw(jigsawId: string): Jigsawing {
  const { view, trouble, setTrouble, load } = useView(jigsawId);
  const [receipt, setReceipt] = useState<SolveReceipt | null>(null);
  const { keyFor, done } = useIntentKey();
  const solve = async ({ attempt, moves }: Played): Promise<void> => {
    const wish = { attemptId: attempt.attemptId, moves };
    const answer = await call('member', 'jigsaw.solve', { key: await keyFor(wish), ...wish });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    done();
    setReceipt(answer.value);
    await Promise.all([load(), loadPlay()]);
  };
  const { played, board, start, go } = usePlayed((solved) => void solve(solved));
  const deal = async (): Promise<void> => {
    const dealt = await call('member', 'jigsaw.deal', { key: await keyFor(jigsawId), jigsawId });
    setTrouble(dealt.ok ? null : dealt.refusal);
    if (!dealt.ok) return load();
    done();
    setReceipt(null);
    start(dealt.value);
  };
  const size = played?.attempt.size ?? 0;
  const slidePiece = (piece: number): void => go(slidesTo(board, size, piece));
  const slideTo = (move: Slide): void => go(played !== null && slide(board, size, move) !== null ? [move] : []);
  const send = async (): Promise<void> => (played === null ? undefined : solve(played));
  return {
    view,
    trouble,
    load,
    receipt,
    board,
    deal,
    slidePiece,
    slideTo,
    send,
    attempt: played?.attempt ?? null,
    moves: played?.moves ?? '',
  };
}

function useView(jigsawId: string): Pick<Jigsawing, 'view' | 'trouble' | 'load'> & { setTrouble: (trouble: Jigsawing['trouble']) => void } {
  const [view, setView] = useState<JigsawView | null>(null);
  const [trouble, setTrouble] = useState<Jigsawing['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'jigsaw.view', { jigsawId });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [jigsawId]);
  useShown(() => void load());
  return { view, trouble, setTrouble, load };
}
