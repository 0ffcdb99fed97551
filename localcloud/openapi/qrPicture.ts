import qrcode from 'qrcode-generator';
import { writePng, type Rgb } from './writePng';

/** Empty modules around a code. Source: ISO/IEC 18004 asks for four. */
const quietModules = 4;

/** How a code is to look. */
export interface QrLook {
  readonly widthPx: number;
  readonly ink: Rgb;
  readonly isClear: boolean;
}

/** A QR code of a text as a PNG, as wide as asked: whole pixels a module, the rest is margin. */
export function qrPicture(text: string, look: QrLook): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const modulePx = Math.floor(look.widthPx / (modules + 2 * quietModules));
  const marginPx = Math.floor((look.widthPx - modules * modulePx) / 2);
  const inside = (at: number): number => Math.floor((at - marginPx) / modulePx);
  const isModule = (at: number): boolean => at >= 0 && at < modules;
  return writePng({
    widthPx: look.widthPx,
    heightPx: look.widthPx,
    ink: look.ink,
    ...(look.isClear ? { paper: 'clear' as const } : {}),
    isInk(x, y) {
      const column = inside(x);
      const row = inside(y);
      return isModule(column) && isModule(row) && code.isDark(row, column);
    },
  });
}
