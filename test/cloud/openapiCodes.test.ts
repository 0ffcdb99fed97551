import jsQR from 'jsqr';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';

const pages = ['pages/home/index', 'packages/game/quiz/index'];

// Forms travel by HTTP whatever the transport; reading pictures twice would only take time.
describe('wxacode.getUnlimited', () => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ pages });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const draw = (params: Reply): Promise<Reply> => platform.sdk('openapi.wxacode.getUnlimited', params);

  it.each([
    [{ scene: 'a=1&b=2' }, 'pages/home/index?scene=a%3D1%26b%3D2', 430],
    [{ scene: 'Q~7', page: 'packages/game/quiz/index', width: 280 }, 'packages/game/quiz/index?scene=Q~7', 280],
    [{ scene: 'x'.repeat(32), width: 1280, lineColor: { r: 40, g: '20', b: 0 } }, `pages/home/index?scene=${'x'.repeat(32)}`, 1280],
    [{ scene: 'next', page: 'pages/coming/index', checkPath: false }, 'pages/coming/index?scene=next', 430],
  ])('draws a picture that scans: %j', async (params, text, width) => {
    const reply = await draw(params);
    expect(reply['contentType']).toBe('image/png');
    expect(await scanned(reply['buffer'] as Buffer, width)).toBe(text);
  });

  it('leaves the paper out when asked', async () => {
    const picture = (await draw({ scene: 'a', isHyaline: true }))['buffer'] as Buffer;
    const canvas = createCanvas(430, 430);
    canvas.getContext('2d').drawImage(await loadImage(picture), 0, 0);
    expect(canvas.getContext('2d').getImageData(0, 0, 1, 1).data[3]).toBe(0);
    expect(await scanned(picture, 430)).toBe('pages/home/index?scene=a');
  });

  it.each([
    [40169, { scene: '' }],
    [40169, {}],
    [40169, { scene: 'x'.repeat(33) }],
    [40129, { scene: 'a%20b' }],
    [40129, { scene: '灯' }],
    [41030, { scene: 'a', page: 'pages/none/index' }],
    [41030, { scene: 'a', page: '/pages/home/index' }],
    [41030, { scene: 'a', page: 'pages/home/index?x=1' }],
    [40097, { scene: 'a', width: 279 }],
    [40097, { scene: 'a', width: 1281 }],
    [40097, { scene: 'a', lineColor: { r: 256, g: 0, b: 0 } }],
  ])('refuses by %i: %j', async (errCode, params) => {
    expect(await platform.refused('openapi.wxacode.getUnlimited', params)).toMatchObject({ errCode });
  });
});

/** Drawn at most 280 wide: the decoder needs no more, and its time grows with the area. */
async function scanned(picture: Buffer, width: number): Promise<string | undefined> {
  const image = await loadImage(picture);
  expect([image.width, image.height]).toEqual([width, width]);
  const side = Math.min(width, 280);
  const context = createCanvas(side, side).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.drawImage(image, 0, 0, side, side);
  return jsQR(context.getImageData(0, 0, side, side).data, side, side)?.data;
}
