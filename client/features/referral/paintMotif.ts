import type { TierId } from '@shared/tier/types';
import type { DrawingContext } from '@/platform/types';

type Motif = (context: DrawingContext) => void;

const ring = (context: DrawingContext, x: number, y: number, radius: number): void => {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
};

const line = (context: DrawingContext, points: readonly (readonly [number, number])[]): void => {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
};

const flame = (context: DrawingContext, x: number, y: number, size: number): void => {
  context.beginPath();
  context.moveTo(x, y - size);
  context.bezierCurveTo(x + size, y + size * 0.2, x + size * 0.7, y + size, x, y + size);
  context.bezierCurveTo(x - size * 0.7, y + size, x - size, y + size * 0.2, x, y - size);
  context.stroke();
};

const star = (context: DrawingContext, x: number, y: number, size: number): void => {
  const waist = size * 0.28;
  const points = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((turn) => {
    const radius = turn % 2 === 0 ? size : waist;
    return [x + radius * Math.sin((turn * Math.PI) / 4), y - radius * Math.cos((turn * Math.PI) / 4)] as const;
  });
  line(context, points);
};

/** Each tier's own drawing in a box of 80 × 110, as on the card: one line, so that a tier is not told by its colour alone. */
const motifs: Readonly<Record<TierId, Motif>> = {
  firefly: (context) => {
    for (const [x, y, radius] of [
      [44, 34, 4],
      [44, 34, 11],
      [20, 58, 2.5],
      [20, 58, 7],
      [60, 72, 3],
      [60, 72, 8.5],
    ] as const)
      ring(context, x, y, radius);
    line(context, [
      [8, 108],
      [14, 84],
      [24, 68],
    ]);
    line(context, [
      [34, 108],
      [36, 90],
      [42, 76],
    ]);
    line(context, [
      [54, 108],
      [53, 96],
      [58, 84],
    ]);
  },
  candle: (context) => {
    flame(context, 40, 32, 18);
    flame(context, 40, 38, 8);
    line(context, [
      [40, 50],
      [40, 58],
    ]);
    line(context, [
      [28, 58],
      [52, 58],
      [52, 96],
      [28, 96],
      [28, 58],
    ]);
    line(context, [
      [20, 96],
      [60, 96],
      [60, 102],
      [20, 102],
      [20, 96],
    ]);
  },
  lantern: (context) => {
    line(context, [
      [40, 4],
      [40, 14],
    ]);
    line(context, [
      [26, 16],
      [54, 16],
    ]);
    for (const bulge of [24, 12, 0]) {
      context.beginPath();
      context.moveTo(40 - bulge * 0.8, 20);
      context.bezierCurveTo(40 - bulge * 1.6, 34, 40 - bulge * 1.6, 56, 40 - bulge * 0.8, 68);
      context.moveTo(40 + bulge * 0.8, 20);
      context.bezierCurveTo(40 + bulge * 1.6, 34, 40 + bulge * 1.6, 56, 40 + bulge * 0.8, 68);
      context.stroke();
    }
    line(context, [
      [20, 20],
      [60, 20],
    ]);
    line(context, [
      [20, 68],
      [60, 68],
    ]);
    line(context, [
      [26, 73],
      [54, 73],
    ]);
    line(context, [
      [40, 73],
      [40, 90],
    ]);
    for (const x of [36, 40, 44])
      line(context, [
        [x, 90],
        [x, 104],
      ]);
  },
  galaxy: (context) => {
    star(context, 40, 30, 17);
    star(context, 64, 58, 9);
    star(context, 18, 64, 7);
    for (const [x, y] of [
      [62, 20],
      [16, 36],
      [40, 72],
    ] as const)
      ring(context, x, y, 1.5);
    for (const dip of [0, 8]) {
      context.beginPath();
      context.moveTo(6 + dip, 96 + dip);
      context.bezierCurveTo(26, 80 + dip, 54, 80 + dip, 74 - dip, 96 + dip);
      context.stroke();
    }
  },
};

/** Draws a tier's motif with its top left corner at a place, `width` wide, in one colour. */
export function paintMotif(
  context: DrawingContext,
  tier: TierId,
  { x, y, width, colour }: { readonly x: number; readonly y: number; readonly width: number; readonly colour: string },
): void {
  context.save();
  context.translate(x, y);
  context.scale(width / 80, width / 80);
  context.strokeStyle = colour;
  context.lineWidth = 1.1;
  motifs[tier](context);
  context.restore();
}
