import { Canvas } from '@tarojs/components';
import { type ReactNode, useEffect, useRef } from 'react';
import { brushOf } from '@/platform/canvas';
import type { Drawing } from '@/platform/types';
import { aria } from './aria';

interface PictureCanvasProps {
  readonly id: string;
  readonly className: string;
  readonly label: string;
  /** What is painted, in a word: it is painted anew when this changes. */
  readonly look: string;
  readonly paint: (drawing: Drawing) => void | Promise<void>;
  /** Called once it is painted. */
  readonly onPainted?: () => void;
  /** Device pixels a px, at least. */
  readonly ratioMin?: number;
}

/** Taro's browser canvas measures itself after drawing, and wipes the picture, unless it is given some size; ours is set when drawing. */
const sizedByUs = { width: '1', height: '1' };

/** A canvas is asked for again until the phone has laid it out; after this many times the next look draws it. */
const askingMax = 40;
const askingEveryMs = 50;

/** A picture drawn here and now; its box is its class's. */
export function PictureCanvas({ id, className, label, look, paint, onPainted, ratioMin = 2 }: PictureCanvasProps): ReactNode {
  const latest = useRef({ paint, onPainted });
  latest.current = { paint, onPainted };
  useEffect(() => {
    let gone = false;
    const isGone = (): boolean => gone;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = async (tries: number): Promise<void> => {
      const drawing = await brushOf(id, ratioMin);
      if (isGone()) return;
      if (drawing === null) {
        if (tries < askingMax) timer = setTimeout(() => void draw(tries + 1), askingEveryMs);
        return;
      }
      await latest.current.paint(drawing);
      if (!isGone()) latest.current.onPainted?.();
    };
    void draw(0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, look, ratioMin]);
  return <Canvas type="2d" id={id} className={className} {...sizedByUs} {...aria({ role: 'img', label })} />;
}
