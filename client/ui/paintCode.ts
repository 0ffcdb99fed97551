import type { Brush } from '@/platform/types';
import { barModules, qrRows } from './codeBits';
import tokens from './tokens.json';

export type CodeKind = 'qr' | 'bars';

/** Light modules kept around a code, inside the canvas; the white card gives the rest of the quiet zone. */
const quietModules = { qr: 1, bars: 4 } as const;

function clear({ context, width, height }: Brush): void {
  context.fillStyle = tokens.night['code-paper'];
  context.fillRect(0, 0, width, height);
  context.fillStyle = tokens.night['code-ink'];
}

/** A box on a canvas, in device pixels. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws a text as a QR code in the middle of a box, in the colour that is set; the ground is the caller's. */
export function paintQr(context: Brush['context'], text: string, box: PixelBox): void {
  const rows = qrRows(text);
  // Whole device pixels a module: blurred edges are what scanners fail on.
  const module = Math.max(1, Math.floor(Math.min(box.width, box.height) / (rows.length + 2 * quietModules.qr)));
  const left = Math.floor(box.left + (box.width - module * rows.length) / 2);
  const top = Math.floor(box.top + (box.height - module * rows.length) / 2);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(left + x * module, top + y * module, module, module);
    });
  });
}

function paintBars(brush: Brush, text: string): void {
  const modules = barModules(text);
  const module = Math.max(1, Math.floor(brush.width / (modules.length + 2 * quietModules.bars)));
  const left = Math.floor((brush.width - module * modules.length) / 2);
  modules.forEach((isBar, x) => {
    if (isBar) brush.context.fillRect(left + x * module, 0, module, brush.height);
  });
}

/** Draws digits as a QR code or as Code 128, dark on white in both themes. */
export function paintCode(brush: Brush, kind: CodeKind, digits: string): void {
  clear(brush);
  if (kind === 'qr') paintQr(brush.context, digits, { left: 0, top: 0, width: brush.width, height: brush.height });
  else paintBars(brush, digits);
}
