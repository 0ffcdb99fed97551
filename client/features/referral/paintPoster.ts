import type { TierId } from '@shared/tier/types';
import type { Drawing, DrawingContext } from '@/platform/types';
import { paintQr } from '@/ui/paintCode';
import tokens from '@/ui/tokens.json';
import { paintMotif } from './paintMotif';
import { paintGround, traceRound } from './paintShapes';
import { paintText } from './paintText';

/** The poster's own units. */
const [width, height] = [300, 440];
const { night, light, dark } = tokens;

export const posterDesigns = ['lantern', 'night', 'paper'] as const;
export type PosterDesign = (typeof posterDesigns)[number];

interface Palette {
  readonly ground: readonly string[];
  readonly motif: TierId | null;
  readonly lines: string;
  readonly lead: string;
  readonly text: string;
  readonly chip: string;
  readonly onChip: string;
}

/** Three designs: the lantern of the card's own evening, a night sky, and red on paper. */
const palettes: Readonly<Record<PosterDesign, Palette>> = {
  lantern: {
    ground: [night['night-top'], night['night-mid'], night['night-deep']],
    motif: null,
    lines: night['night-gold'],
    lead: night['night-text'],
    text: night['night-text-2'],
    chip: night['night-gold'],
    onChip: night['night-deep'],
  },
  night: {
    ground: [night['night-deep'], dark.paper],
    motif: 'galaxy',
    lines: night['night-gold'],
    lead: night['night-gold'],
    text: night['night-text-2'],
    chip: night['cream'],
    onChip: night['on-cream'],
  },
  paper: {
    ground: [light.paper],
    motif: 'lantern',
    lines: light.silk,
    lead: light.ink,
    text: light['ink-2'],
    chip: light.silk,
    onChip: light['on-silk'],
  },
};

/** What a poster says. */
export interface PosterWords {
  readonly programme: string;
  /** Who invites; empty without a nickname. */
  readonly from: string;
  readonly lead: string;
  readonly gift: string;
  readonly scan: string;
}

/** The poster's code: an address drawn as a QR code, or the platform's own picture of a mini-program code. */
export type PosterCode = { readonly kind: 'address'; readonly text: string } | { readonly kind: 'picture'; readonly url: string };

/** Draws a poster: picture, words, and the code that opens the invitation. */
export async function paintPoster(
  drawing: Drawing,
  look: { readonly design: PosterDesign; readonly tier: TierId },
  words: PosterWords,
  code: PosterCode,
): Promise<void> {
  const { context } = drawing;
  const palette = palettes[look.design];
  context.save();
  context.scale(drawing.width / width, drawing.width / width);
  paintGround(context, { x: 0, y: 0, width, height }, palette.ground);
  context.strokeStyle = palette.lines;
  context.lineWidth = 0.8;
  traceRound(context, { x: 10, y: 10, width: width - 20, height: height - 20 }, 12);
  context.stroke();
  paintMotif(context, palette.motif ?? look.tier, { x: 168, y: 22, width: 112, colour: palette.lines });
  paintWords(context, palette, words);
  context.restore();
  await paintCodeBox(drawing, code);
}

function paintWords(context: DrawingContext, palette: Palette, words: PosterWords): void {
  paintText(context, words.programme, { x: 28, y: 50, size: 15, colour: palette.text, widthMax: 130 });
  if (words.from !== '') paintText(context, words.from, { x: 28, y: 156, size: 17, colour: palette.text, widthMax: 150 });
  paintText(context, words.lead, { x: 28, y: 206, size: 25, colour: palette.lead, widthMax: 244, bold: true });
  traceRound(context, { x: 28, y: 224, width: 244, height: 36 }, 10);
  context.fillStyle = palette.chip;
  context.fill();
  paintText(context, words.gift, { x: 42, y: 248, size: 16, colour: palette.onChip, widthMax: 216, bold: true });
  traceRound(context, { x: 28, y: 276, width: 244, height: 140 }, 12);
  context.fillStyle = night['code-paper'];
  context.fill();
  paintText(context, words.programme, { x: 166, y: 340, size: 17, colour: night['code-ink'], widthMax: 96, bold: true });
  paintText(context, words.scan, { x: 166, y: 362, size: 14, colour: night['code-ink-2'], widthMax: 98 });
}

/** The code at the bottom left, in whole device pixels. */
async function paintCodeBox(drawing: Drawing, code: PosterCode): Promise<void> {
  const { context } = drawing;
  const unit = drawing.width / width;
  const box = { left: Math.round(34 * unit), top: Math.round(282 * unit), width: Math.round(128 * unit), height: Math.round(128 * unit) };
  if (code.kind === 'picture') {
    context.drawImage(await drawing.picture(code.url), box.left, box.top, box.width, box.height);
    return;
  }
  context.fillStyle = night['code-ink'];
  paintQr(context, code.text, box);
}
