import { Canvas } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { brushOf } from '@/platform/canvas';
import { aria } from './aria';
import { type CodeKind, paintCode } from './paintCode';
import './CodeCanvas.scss';

interface CodeCanvasProps {
  readonly id: string;
  readonly kind: CodeKind;
  readonly digits: string;
  readonly label: string;
}

/** Taro's browser canvas measures itself after drawing, and wipes the picture, unless it is given some size; ours is set when drawing. */
const sizedByUs = { width: '1', height: '1' };

/** A canvas is asked for again until the phone has laid it out; after this many times the next code draws it. */
const askingMax = 40;
const askingEveryMs = 50;

/** A QR code or a bar code of digits, drawn here and now, without network. */
export function CodeCanvas({ id, kind, digits, label }: CodeCanvasProps): ReactNode {
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = async (tries: number): Promise<void> => {
      const brush = await brushOf(id);
      if (stopped) return;
      if (brush !== null) paintCode(brush, kind, digits);
      else if (tries < askingMax) timer = setTimeout(() => void draw(tries + 1), askingEveryMs);
    };
    void draw(0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, kind, digits]);
  return <Canvas type="2d" id={id} className={`code-canvas code-canvas--${kind}`} {...sizedByUs} {...aria({ role: 'img', label })} />;
}
