import { deflateSync } from 'node:zlib';

/** A picture of two colours. `isInk` says which pixels are drawn; the rest is paper. */
export interface TwoColourPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ink: Rgb;
  /** White when absent; `clear` leaves the paper out. */
  readonly paper?: 'clear';
  isInk(x: number, y: number): boolean;
}

/** Red, green, blue, each 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes a picture as PNG with one bit a pixel. Source of the format: the PNG specification, third edition. */
export function writePng(picture: TwoColourPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.widthPx, 0);
  header.writeUInt32BE(picture.heightPx, 4);
  // One bit a pixel, colours by palette; compression, filter and interlace are the only ones there are, or none.
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...picture.ink])),
    ...(picture.paper === 'clear' ? [chunk('tRNS', Buffer.from([0]))] : []),
    chunk('IDAT', deflateSync(rows(picture))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row begins with its filter (none), then eight pixels a byte, the leftmost in the highest bit. */
function rows(picture: TwoColourPicture): Buffer {
  const stride = 1 + Math.ceil(picture.widthPx / 8);
  const bytes = Buffer.alloc(stride * picture.heightPx);
  for (let y = 0; y < picture.heightPx; y += 1) {
    for (let x = 0; x < picture.widthPx; x += 1) {
      if (!picture.isInk(x, y)) continue;
      const at = y * stride + 1 + (x >> 3);
      bytes.writeUInt8(bytes.readUInt8(at) | (0x80 >> (x & 7)), at);
    }
  }
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The check of a chunk. Source: as above, annex D; node:zlib has its own only from Node 20.15 on. */
function crc32(bytes: Buffer): number {
  let check = 0xffffffff;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit += 1) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  }
  return (check ^ 0xffffffff) >>> 0;
}
