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

function paintQr(brush: Brush, digits: string): void {
  const rows = qrRows(digits);
  // Whole device pixels a module: blurred edges are what scanners fail on.
  const module = Math.max(1, Math.floor(Math.min(brush.width, brush.height) / (rows.length + 2 * quietModules.qr)));
  const left = Math.floor((brush.width - module * rows.length) / 2);
  const top = Math.floor((brush.height - module * rows.length) / 2);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) brush.context.fillRect(left + x * module, top + y * module, module, module);
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
  if (kind === 'qr') paintQr(brush, digits);
  else paintBars(brush, digits);
}
