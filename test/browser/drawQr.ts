import { createCanvas } from '@napi-rs/canvas';
import qrcode from 'qrcode-generator';

const modulePx = 8;
const quietModules = 4;

/** A picture (PNG) of a QR code with any text in it, as it might hang on a wall. */
export function drawQr(text: string): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const side = (modules + 2 * quietModules) * modulePx;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (code.isDark(row, column))
        context.fillRect((column + quietModules) * modulePx, (row + quietModules) * modulePx, modulePx, modulePx);
    }
  }
  return canvas.toBuffer('image/png');
}
