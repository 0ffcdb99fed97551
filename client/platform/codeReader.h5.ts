import type { BrowserMultiFormatReader } from '@zxing/library';

/** Tried in smaller sizes too: detail misleads a bar code's lines, and a code missed at one size is found at another. Widths in px. */
const pictureWidthsPx = [null, 1_000, 800, 600, 450, 300] as const;

async function reader(): Promise<BrowserMultiFormatReader> {
  const { BarcodeFormat, BrowserMultiFormatReader: Reader, DecodeHintType } = await import('@zxing/library');
  const hints = new Map<number, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new Reader(hints);
}

/** Shows the camera in a video element and gives the first code seen to `onText`. Rejects without a camera; gives the way to stop. */
export async function watchCamera(video: HTMLVideoElement, onText: (text: string) => void): Promise<() => void> {
  const reading = await reader();
  // The promise of zxing ends only when decoding stops, so a refused camera has to be noticed by asking for it first.
  const stream = await window.navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  void reading.decodeFromStream(stream, video, (result: unknown) => {
    if (hasText(result)) onText(result.getText());
  });
  return () => {
    reading.reset();
    for (const track of stream.getTracks()) track.stop();
  };
}

/** The code in a picture file, or null when none is found. */
export async function readPicture(file: Blob): Promise<string | null> {
  const reading = await reader();
  const picture = await createImageBitmap(file);
  for (const width of pictureWidthsPx) {
    if (width !== null && width >= picture.width) continue;
    const text = await readAt(reading, picture, width ?? picture.width);
    if (text !== null) return text;
  }
  return null;
}

async function readAt(reading: BrowserMultiFormatReader, picture: ImageBitmap, width: number): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((picture.height * width) / picture.width);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  try {
    const result = await reading.decodeFromImageUrl(canvas.toDataURL('image/png'));
    return result.getText();
  } catch {
    return null;
  }
}

function hasText(result: unknown): result is { readonly getText: () => string } {
  return typeof result === 'object' && result !== null && 'getText' in result;
}
