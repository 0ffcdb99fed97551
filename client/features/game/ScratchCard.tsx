import { Canvas, View } from '@tarojs/components';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { brushOf } from '@/platform/canvas';
import { strokesOn } from '@/platform/strokes';
import type { Brush, Spot } from '@/platform/types';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import tokens from '@/ui/tokens.json';
import type { FaceProps } from './FaceProps';
import { fieldsBare, isBareEnough, spotsBetween } from './scratchTrack';
import './ScratchCard.scss';

interface ScratchCardProps extends FaceProps {
  /** The cover is off. */
  readonly uncovered: boolean;
  /** Called when enough of it was scratched away. */
  readonly onUncovered: () => void;
}

const canvasId = 'scratch-cover';
const askingMax = 40;
const askingEveryMs = 50;
/** Taro's browser canvas measures itself after drawing, and wipes the picture, unless it is given some size. */
const sizedByUs = { width: '1', height: '1' };
/** A finger's width, in parts of the card's. */
const fingerWidth = 0.11;

/** The scratch card: the prize that the server has given lies under the cover, which a finger or a pressed mouse takes off. */
export function ScratchCard({ prizes, target, still, label, uncovered, onUncovered }: ScratchCardProps): ReactNode {
  const { copy, say } = useSpeech();
  const covered = target === null || !(still || uncovered);
  const { strokes, painted } = useScratching(target, covered && target !== null, onUncovered);
  const prize = prizes.find((each) => each.id === target?.prizeId);
  return (
    <View className="scratch-card" {...aria({ role: 'img', label })} {...strokes.card}>
      <View className={`scratch-card__prize ${covered && !painted ? 'scratch-card__prize--hidden' : ''}`}>
        {prize === undefined ? null : say(prize.name)}
      </View>
      {covered && <Canvas type="2d" id={canvasId} className="scratch-card__cover" {...sizedByUs} {...strokes.canvas} />}
      {target === null && (
        <View className="scratch-card__word">
          <Icon name="lantern" size="large" />
          <View>{copy.gameDraw.face.cover}</View>
        </View>
      )}
    </View>
  );
}

interface Scratching {
  readonly strokes: ReturnType<typeof strokesOn>;
  /** Whether the cover lies over this draw's prize by now. */
  readonly painted: boolean;
}

/** Paints the cover anew for each draw, and takes off what is scratched while `active`. */
function useScratching(target: FaceProps['target'], active: boolean, onUncovered: () => void): Scratching {
  const brush = useRef<Brush | null>(null);
  const [paintedFor, setPaintedFor] = useState<FaceProps['target'] | undefined>(undefined);
  const track = useRef<{ last: Spot | null; bare: ReadonlySet<number> }>({ last: null, bare: new Set() });
  useEffect(() => {
    track.current = { last: null, bare: new Set() };
    return paintWhenThere((painted) => {
      brush.current = painted;
      setPaintedFor(target);
    });
  }, [target]);
  const strokes = useMemo(
    () =>
      strokesOn(
        () => brush.current,
        (spot, begins) => {
          if (!active || isBareEnough(track.current.bare)) return;
          const { last, bare } = track.current;
          const spots = begins || last === null ? [spot] : spotsBetween(last, spot);
          track.current = { last: spot, bare: fieldsBare(bare, spots) };
          if (brush.current !== null) for (const each of spots) wipe(brush.current, each);
          if (isBareEnough(track.current.bare)) onUncovered();
        },
      ),
    [active, onUncovered],
  );
  return { strokes, painted: paintedFor === target };
}

/** A canvas is asked for again until the phone has laid it out. Gives what stops the asking. */
function paintWhenThere(onPainted: (brush: Brush) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (tries: number): Promise<void> => {
    const brush = await brushOf(canvasId);
    if (stopped) return;
    if (brush === null) {
      if (tries < askingMax) timer = setTimeout(() => void ask(tries + 1), askingEveryMs);
      return;
    }
    brush.context.fillStyle = tokens.night['night-mid'];
    brush.context.fillRect(0, 0, brush.width, brush.height);
    onPainted(brush);
  };
  void ask(0);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Takes a disc off the cover, in bands. */
function wipe({ context, width, height }: Brush, { x, y }: Spot): void {
  const radius = (fingerWidth * width) / 2;
  const bands = 14;
  for (let band = 0; band < bands; band += 1) {
    const up = ((band + 0.5) / bands) * 2 - 1;
    const half = Math.sqrt(1 - up * up) * radius;
    context.clearRect(x * width - half, y * height + up * radius - radius / bands, 2 * half, (2 * radius) / bands + 1);
  }
}
