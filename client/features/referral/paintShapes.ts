import type { DrawingContext } from '@/platform/types';

/** A box in the picture's own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Traces a box with round corners, to be filled or stroked. */
export function traceRound(context: DrawingContext, { x, y, width, height }: Box, radius: number): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + width, y, x + width, y + height, radius);
  context.arcTo(x + width, y + height, x, y + height, radius);
  context.arcTo(x, y + height, x, y, radius);
  context.arcTo(x, y, x + width, y, radius);
  context.closePath();
}

/** Fills a box with colours from its top to its bottom. */
export function paintGround(context: DrawingContext, { x, y, width, height }: Box, colours: readonly string[]): void {
  const ground = context.createLinearGradient(x + width, y, x, y + height);
  colours.forEach((colour, index) => ground.addColorStop(colours.length === 1 ? 0 : index / (colours.length - 1), colour));
  context.fillStyle = ground;
  context.fillRect(x, y, width, height);
}
