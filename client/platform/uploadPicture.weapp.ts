import Taro from '@tarojs/taro';
import { cutSquare } from './cutSquare';
import type { DrawingContext, UploadPicture } from './types';

const quality = 0.85;

interface PhoneImage {
  src: string;
  readonly width: number;
  readonly height: number;
  onload: () => void;
  onerror: () => void;
}

interface PhoneCanvas {
  width: number;
  height: number;
  readonly getContext: (kind: '2d') => DrawingContext;
  readonly createImage: () => PhoneImage;
}

/** Stores a picture in WeChat's cloud. `unread`: the phone cannot draw it; `lost`: the cloud did not get it. */
export const uploadPicture: UploadPicture = async (source, path, sidePx, canvasId) => {
  const filePath = await squareOf(source, sidePx, canvasId).catch(() => null);
  if (filePath === null) return { failure: 'unread' };
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: path, filePath });
    return { fileId: fileID };
  } catch {
    return { failure: 'lost' };
  }
};

async function squareOf(source: string, sidePx: number, canvasId: string): Promise<string | null> {
  const canvas = await canvasOf(canvasId);
  if (canvas === null) return null;
  const image = await imageOf(canvas, source);
  canvas.width = sidePx;
  canvas.height = sidePx;
  const context = canvas.getContext('2d');
  const { left, top, side } = cutSquare(image.width, image.height);
  // JPEG knows no clear places: they would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, sidePx, sidePx);
  // The phone's own picture is what its context draws, whatever the browser's types call it.
  context.drawImage(image as unknown as CanvasImageSource, left, top, side, side, 0, 0, sidePx, sidePx);
  const size = { destWidth: sidePx, destHeight: sidePx, fileType: 'jpg', quality } as const;
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, ...size });
  return tempFilePath;
}

function canvasOf(id: string): Promise<PhoneCanvas | null> {
  return new Promise((resolve) => {
    const query = Taro.createSelectorQuery().select(`#${id}`);
    query.fields({ node: true }).exec((results: readonly ({ readonly node?: PhoneCanvas } | null)[]) => resolve(results[0]?.node ?? null));
  });
}

function imageOf(canvas: PhoneCanvas, source: string): Promise<PhoneImage> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The picture could not be loaded'));
    image.src = source;
  });
}
