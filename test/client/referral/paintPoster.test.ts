import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import { paintPoster, type PosterCode, posterDesigns } from '@/features/referral/paintPoster';
import type { Drawing, DrawingContext } from '@/platform/types';
import { tierIds } from '@shared/tier/types';

const address = 'https://lantern.example/app/#/packages/invite/open/index?scene=0a1b2c3d4e5f';
const words = {
  programme: '灯火会员',
  from: '名字特别特别长的一位老朋友 邀请你',
  lead: '灯火可亲，等你来坐',
  gift: '开卡就送 见面礼 20 元券，满 100 元可用，有效期六十天',
  scan: '扫一扫，开卡领见面礼',
};

const drawingOn = (canvas: Canvas): Drawing => ({
  // The canvas of this machine draws as a browser's does; its types are its own.
  context: canvas.getContext('2d') as unknown as DrawingContext,
  width: canvas.width,
  height: canvas.height,
  picture: () => Promise.reject(new Error('no pictures here')),
});

function readBack(canvas: Canvas): string {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const grey = Uint8ClampedArray.from({ length: canvas.width * canvas.height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return (red + 2 * green + blue) / 4;
  });
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, canvas.width, canvas.height)));
  return new QRCodeReader().decode(bitmap).getText();
}

describe.each(posterDesigns)('the poster %s', (design) => {
  it.each(tierIds)('carries a code that reads as its address, for the tier %s', async (tier) => {
    const canvas = createCanvas(810, 1188);
    const code: PosterCode = { kind: 'address', text: address };
    await paintPoster(drawingOn(canvas), { design, tier }, words, code);
    expect(readBack(canvas)).toBe(address);
  });

  it('can be read at twice the screen’s size, too', async () => {
    const canvas = createCanvas(540, 792);
    await paintPoster(drawingOn(canvas), { design, tier: 'lantern' }, words, { kind: 'address', text: address });
    expect(readBack(canvas)).toBe(address);
  });
});

it('says so when the platform’s picture of a code cannot be had', async () => {
  const canvas = createCanvas(540, 792);
  const painting = paintPoster(drawingOn(canvas), { design: 'night', tier: 'firefly' }, words, { kind: 'picture', url: 'cloud://gone' });
  await expect(painting).rejects.toThrow('no pictures here');
});
