import { cutSquare } from './cutSquare';
import { sessionToken } from './door.h5';
import type { UploadPicture } from './types';

const quality = 0.85;

/** Stores a picture by the local cloud's door. `unread`: a browser cannot draw it; `lost`: the cloud did not get it. */
export const uploadPicture: UploadPicture = async (source, path, sidePx) => {
  const picture = await squareOf(source, sidePx).catch(() => null);
  URL.revokeObjectURL(source);
  if (picture === null) return { failure: 'unread' };
  const fileId = await store(picture, path).catch(() => null);
  return fileId === null ? { failure: 'lost' } : { fileId };
};

async function squareOf(source: string, sidePx: number): Promise<Blob | null> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = sidePx;
  canvas.height = sidePx;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const { left, top, side } = cutSquare(image.naturalWidth, image.naturalHeight);
  // JPEG knows no clear places: they would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, sidePx, sidePx);
  context.drawImage(image, left, top, side, side, 0, 0, sidePx, sidePx);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

interface Allowed {
  readonly url: string;
  readonly authorization: string;
  readonly fileId: string;
}

async function store(picture: Blob, path: string): Promise<string | null> {
  const asked = await fetch('/door/storage/upload', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cloud-session': sessionToken() ?? '' },
    body: JSON.stringify({ path }),
  });
  if (!asked.ok) return null;
  const { url, authorization, fileId } = (await asked.json()) as Allowed;
  // By whatever name this page was opened: the cloud takes nothing from elsewhere.
  const stored = await fetch(new URL(url).pathname, { method: 'PUT', headers: { authorization }, body: picture });
  return stored.ok ? fileId : null;
}
