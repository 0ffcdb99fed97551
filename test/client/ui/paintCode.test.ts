import { createCanvas } from '@napi-rs/canvas';
import { BinaryBitmap, Code128Reader, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import { type CodeKind, paintCode } from '@/ui/paintCode';

const margin = 24;

/** Draws a code on a canvas of `width` × `height` with the white card around it, and reads it back with a decoder that is not ours. */
function readBack(kind: CodeKind, digits: string, width: number, height: number): string {
  const code = createCanvas(width, height);
  paintCode({ context: code.getContext('2d'), width, height }, kind, digits);
  const card = createCanvas(width + 2 * margin, height + 2 * margin);
  const context = card.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, card.width, card.height);
  context.drawImage(code, margin, margin);
  const { data } = context.getImageData(0, 0, card.width, card.height);
  const grey = Uint8ClampedArray.from({ length: card.width * card.height }, (_, at) => data[at * 4] ?? 0);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, card.width, card.height)));
  const reader = kind === 'qr' ? new QRCodeReader() : new Code128Reader();
  return reader.decode(bitmap).getText();
}

const memberCode = '9210038122047712381204';
const pickupCode = '8338893695333249';

describe.each([memberCode, pickupCode])('%s', (digits) => {
  it.each([232, 464, 631])('is read back from a QR code of %i px', (side) => {
    expect(readBack('qr', digits, side, side)).toBe(digits);
  });

  it.each([350, 700, 1021])('is read back from bars %i px wide', (width) => {
    expect(readBack('bars', digits, width, 120)).toBe(digits);
  });
});

it('draws dark on white, whatever was on the canvas before', () => {
  const canvas = createCanvas(100, 100);
  const context = canvas.getContext('2d');
  context.fillStyle = 'black';
  context.fillRect(0, 0, 100, 100);
  paintCode({ context, width: 100, height: 100 }, 'qr', pickupCode);
  expect([...context.getImageData(0, 0, 1, 1).data]).toEqual([255, 255, 255, 255]);
});
