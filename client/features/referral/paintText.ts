import type { DrawingContext } from '@/platform/types';

const family = '-apple-system, "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", sans-serif';
/** A text is made smaller by this much at a time, down to the least, before it is cut. */
const shrink = 0.94;
const leastPart = 0.62;

/** A line of text on a canvas, in the picture's own units. */
interface TextLine {
  readonly x: number;
  /** Its base line. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly widthMax: number;
  readonly bold?: boolean;
}

/** Writes one line that never leaves its width: smaller first, then cut. */
export function paintText(context: DrawingContext, text: string, { x, y, size, colour, widthMax, bold = false }: TextLine): void {
  const font = (px: number): string => `${bold ? '600 ' : ''}${px}px ${family}`;
  let px = size;
  context.font = font(px);
  while (context.measureText(text).width > widthMax && px > size * leastPart) {
    px *= shrink;
    context.font = font(px);
  }
  let shown = text;
  while (context.measureText(shown).width > widthMax && shown.length > 1) shown = `${Array.from(shown).slice(0, -2).join('')}…`;
  context.fillStyle = colour;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(shown, x, y);
}
