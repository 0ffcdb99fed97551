import { createCanvas, loadImage } from '@napi-rs/canvas';
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

/** What a scanner reads in a picture (PNG bytes): the text of the code of that kind. Throws when there is none to be read. */
export async function readCode(picture: Buffer, kind: CodeKind): Promise<string> {
  const source = await grey(picture);
  const reader = new MultiFormatReader();
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [formats[kind]]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  try {
    return reader.decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText();
  } catch {
    return reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), hints).getText();
  }
}

async function grey(picture: Buffer): Promise<RGBLuminanceSource> {
  const image = await loadImage(picture);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const luminances = new Uint8ClampedArray(image.width * image.height);
  for (let at = 0; at < luminances.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    luminances[at] = (red + 2 * green + blue) / 4;
  }
  return new RGBLuminanceSource(luminances, image.width, image.height);
}
