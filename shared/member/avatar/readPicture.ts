/** What a picture's own bytes say of it. */
export interface PictureFacts {
  readonly kind: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngFirstChunk = [0x49, 0x48, 0x44, 0x52];

/**
 * Reads kind and size (px) from a picture's first bytes: PNG (ISO/IEC 15948, IHDR) or JPEG (ITU T.81, the frame header). Null for
 * everything else, and for what is cut short before its size.
 */
export function readPicture(bytes: Uint8Array): PictureFacts | null {
  return readPng(bytes) ?? readJpeg(bytes);
}

function readPng(bytes: Uint8Array): PictureFacts | null {
  if (!hasAt(bytes, 0, pngHead) || !hasAt(bytes, 12, pngFirstChunk) || bytes.length < 24) return null;
  const whole = (at: number): number => word(bytes, at) * 0x10000 + word(bytes, at + 2);
  return sized('png', whole(16), whole(20));
}

/** Segments: 0xFF, a marker, a length that counts itself; the size stands in the frame header (SOF0 … SOF15 without DHT, JPG, DAC). */
function readJpeg(bytes: Uint8Array): PictureFacts | null {
  if (!hasAt(bytes, 0, [0xff, 0xd8, 0xff])) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sized('jpg', word(bytes, at + 7), word(bytes, at + 5));
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + Math.max(2, word(bytes, at + 2));
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sized(kind: PictureFacts['kind'], width: number, height: number): PictureFacts | null {
  return width > 0 && height > 0 ? { kind, width, height } : null;
}

function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0);
}
