import type { TierId } from '@shared/tier/types';
import type { Drawing } from '@/platform/types';
import tokens from '@/ui/tokens.json';
import { paintMotif } from './paintMotif';
import { paintGround, traceRound } from './paintShapes';
import { paintText } from './paintText';

/** The card's own units: 5 : 4, as WeChat shows it. */
const [width, height] = [300, 240];
const { night } = tokens;

/** The grounds of the tiers' cards, from the light one to the deepest. */
const grounds: Readonly<Record<TierId, readonly string[]>> = {
  firefly: [night['night-mid'], night['night-deep']],
  candle: [night['night-top'], night['night-mid']],
  lantern: [night['night-top'], night['night-deep']],
  galaxy: [night['night-mid'], night['night-deep'], night['night-deep']],
};

/** What the card says. */
export interface ShareCardWords {
  readonly programme: string;
  /** The inviter's nickname; empty without one. */
  readonly from: string;
  readonly call: string;
  readonly gift: string;
}

/** Draws the picture of the share card from the member's tier. */
export function paintShareCard({ context, width: pixels }: Drawing, tier: TierId, words: ShareCardWords): void {
  context.save();
  context.scale(pixels / width, pixels / width);
  paintGround(context, { x: 0, y: 0, width, height }, grounds[tier]);
  paintMotif(context, tier, { x: 196, y: 22, width: 92, colour: night['night-gold'] });
  paintText(context, words.programme, { x: 24, y: 44, size: 15, colour: night['night-text-2'], widthMax: 170 });
  if (words.from !== '') paintText(context, words.from, { x: 24, y: 96, size: 20, colour: night['night-text'], widthMax: 170, bold: true });
  paintText(context, words.call, { x: 24, y: 128, size: 24, colour: night['night-gold'], widthMax: 176, bold: true });
  traceRound(context, { x: 24, y: 172, width: 252, height: 44 }, 12);
  context.fillStyle = night['cream'];
  context.fill();
  paintText(context, words.gift, { x: 40, y: 201, size: 18, colour: night['on-cream'], widthMax: 220, bold: true });
  context.restore();
}
