import { readRange } from '@localcloud/storage/readRange';
import { openPlatformCloud, type PlatformCloud } from './openPlatformCloud';

describe('a stretch of a file', () => {
  let platform: PlatformCloud;
  let address: string;
  beforeAll(async () => {
    platform = await openPlatformCloud();
    const { fileID } = await platform.sdk('uploadFile', { cloudPath: 'song.mp3', fileContent: Buffer.from('0123456789') });
    const { fileList } = await platform.sdk('getTempFileURL', { fileList: [fileID] });
    address = String((fileList as { tempFileURL: string }[])[0]?.tempFileURL);
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const asked = (range: string, more: Record<string, string> = {}): Promise<Response> => fetch(address, { headers: { range, ...more } });

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('is served by %s', async (range, content, told) => {
    const response = await asked(range);
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([206, told, content]);
  });

  it('is refused beyond the end', async () => {
    const response = await asked('bytes=10-');
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('is not cut out of a file that has changed since', async () => {
    expect((await asked('bytes=2-4', { 'if-range': '"another"' })).status).toBe(200);
  });

  it.each(['bytes=4-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=-', ''])('is none by %j: the whole file answers', (header) => {
    expect(readRange(header, 10)).toBeUndefined();
  });

  it('is nowhere in an empty file', () => {
    expect([readRange('bytes=0-', 0), readRange('bytes=-5', 0), readRange('bytes=-0', 10)]).toEqual(['beyond', 'beyond', 'beyond']);
  });
});
