import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

export type CodeKind = 'QR' | 'Code 128';

const formats = { QR: BarcodeFormat.QR_CODE, 'Code 128': BarcodeFormat.CODE_128 } as const;

/** The same picture in these sizes: the finder of the library misses one code in some hundreds at one size, and reads it at another. */
const scales = [1, 0.8, 0.66, 0.5, 0.4, 1.25];
const hintsOf = (kind: CodeKind): Map<DecodeHintType, unknown> =>
  new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [formats[kind]]],
    [DecodeHintType.TRY_HARDER, true],
  ]);

/** What a scanner reads in a picture (PNG bytes): the text of the code of that kind. Throws when there is none to be read. */
export async function readCode(picture: Buffer, kind: CodeKind): Promise<string> {
  const image = await loadImage(picture);
  const reader = new MultiFormatReader();
  for (const scale of scales) {
    const source = grey(image, scale);
    for (const bitmap of [new HybridBinarizer(source), new GlobalHistogramBinarizer(source)]) {
      try {
        return reader.decode(new BinaryBitmap(bitmap), hintsOf(kind)).getText();
      } catch {
        // Not in this size, or not so.
      }
    }
  }
  throw new Error(`No ${kind} can be read in this picture`);
}

function grey(image: Image, scale: number): RGBLuminanceSource {
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const luminances = new Uint8ClampedArray(width * height);
  for (let at = 0; at < luminances.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    luminances[at] = (red + 2 * green + blue) / 4;
  }
  return new RGBLuminanceSource(luminances, width, height);
}
