import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const bucketPrefix = 'cloud://local-cloud.6c6f-local-cloud-1300000000/';
// wx-server-sdk 4.0.2 loses the number of a refusal of a whole storage request (its node-sdk throws where it expects an answer), on the
// platform as here; the sentence stays. The numbers of single files in a list are kept, and node-sdk itself tells the word.
const notThere = { errCode: -1, message: expect.stringContaining('storage file not exists') };
const hour = 60 * 60 * 1000;

describe.each(transports)('storage over %s', (transport) => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const upload = (cloudPath: string, text: string): Promise<Reply> =>
    platform.sdk('uploadFile', { cloudPath, fileContent: Buffer.from(text) });
  const addressOf = async (fileID: string, maxAge?: number): Promise<string> => {
    const asked = maxAge === undefined ? fileID : { fileID, maxAge };
    const reply = await platform.sdk('getTempFileURL', { fileList: [asked] });
    return (reply['fileList'] as { tempFileURL: string }[])[0]?.tempFileURL ?? '';
  };

  it('gives an uploaded file its id, and its content back', async () => {
    const { fileID } = await upload('notes/first.txt', 'lantern');
    expect(fileID).toBe(`${bucketPrefix}notes/first.txt`);
    expect(await platform.sdk('downloadFile', { fileID })).toMatchObject({ statusCode: 200, fileContent: Buffer.from('lantern') });
  });

  it.each(['灯火/会员 卡.png', 'a b+c&d=e%20.txt', 'deep/'.repeat(40) + 'end'])('takes the path %s', async (path) => {
    const { fileID } = await upload(path, path);
    expect((await platform.sdk('downloadFile', { fileID }))['fileContent']).toEqual(Buffer.from(path));
  });

  it('takes a file of several megabytes', async () => {
    const fileContent = Buffer.alloc(3 * 1024 ** 2, 'x');
    const { fileID } = await platform.sdk('uploadFile', { cloudPath: 'large.bin', fileContent });
    const response = await fetch(await addressOf(String(fileID)));
    expect(Buffer.from(await response.arrayBuffer()).equals(fileContent)).toBe(true);
  });

  it('replaces a file of the same path', async () => {
    await upload('same.txt', 'old');
    const { fileID } = await upload('same.txt', 'new');
    expect((await platform.sdk('downloadFile', { fileID }))['fileContent']).toEqual(Buffer.from('new'));
  });

  it('serves a file with its type, and never as a page that runs', async () => {
    await upload('evil.html', '<script>alert(1)</script>');
    const page = await fetch(await addressOf(`${bucketPrefix}evil.html`));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-disposition')).toBe('attachment');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    await upload('face.png', 'not really');
    const picture = await fetch(await addressOf(`${bucketPrefix}face.png`));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-disposition')).toBe('inline');
  });

  it('lets a temporary address lapse', async () => {
    await upload('brief.txt', 'x');
    const address = await addressOf(`${bucketPrefix}brief.txt`, 60);
    expect((await fetch(address)).status).toBe(200);
    platform.cloud.clock.advanceMs(62_000);
    const lapsed = await fetch(address);
    expect(lapsed.status).toBe(403);
    expect(await lapsed.text()).toContain('Request has expired');
    platform.cloud.clock.advanceMs(-62_000);
  });

  it('holds an address two hours when nothing is said, and never more than a day', async () => {
    await upload('brief.txt', 'x');
    const usual = await addressOf(`${bucketPrefix}brief.txt`);
    const long = await addressOf(`${bucketPrefix}brief.txt`, 10 * 24 * 3600);
    platform.cloud.clock.advanceMs(2 * hour + 2000);
    expect([(await fetch(usual)).status, (await fetch(long)).status]).toEqual([403, 200]);
    platform.cloud.clock.advanceMs(22 * hour);
    expect((await fetch(long)).status).toBe(403);
    platform.cloud.clock.advanceMs(-24 * hour - 2000);
  });

  it('serves nothing without a signature, nor by one of another file', async () => {
    await upload('secret.txt', 'x');
    await upload('open.txt', 'y');
    const address = await addressOf(`${bucketPrefix}open.txt`);
    expect((await fetch(address.replace('open.txt', 'secret.txt'))).status).toBe(403);
    expect((await fetch(address.replace(/\?.*/, ''))).status).toBe(403);
    expect((await fetch(address.replace(/t=\d+/, 't=9999999999'))).status).toBe(403);
  });

  it('takes an upload as a form, as older SDKs and mini-programs send it, with its permit only', async () => {
    const ask = { action: 'storage.getUploadMetadata', path: 'forms/a b.txt' };
    const answer = await fetch(`${String(platform.cloud.address)}/admin`, { method: 'POST', body: JSON.stringify(ask) });
    const { data } = (await answer.json()) as { data: Record<'url' | 'token' | 'authorization' | 'fileId', string> };
    const send = async (change: Record<string, string>): Promise<string> => {
      const form = new FormData();
      const fields = { key: ask.path, Signature: data.authorization, 'x-cos-security-token': data.token, ...change };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob(['by form\r\n--']), 'a.txt');
      const response = await fetch(data.url, { method: 'POST', body: form });
      return `${response.status}${/<Code>\w+/.exec(await response.text())?.[0] ?? ''}`;
    };
    expect(await send({ Signature: 'made up' })).toBe('403<Code>SignatureDoesNotMatch');
    expect(await send({ key: 'forms/other.txt' })).toBe('403<Code>SignatureDoesNotMatch');
    expect(await send({})).toBe('204');
    const { fileContent } = await platform.sdk('downloadFile', { fileID: data.fileId });
    expect(String(fileContent)).toBe('by form\r\n--');
  });

  it('deletes files, each by itself', async () => {
    const { fileID } = await upload('gone.txt', 'x');
    const missing = `${bucketPrefix}never.txt`;
    expect((await platform.sdk('deleteFile', { fileList: [fileID, missing] }))['fileList']).toEqual([
      { fileID, status: 0, errMsg: 'ok' },
      { fileID: missing, status: -503003, errMsg: 'storage file not exists' },
    ]);
    expect(await platform.refused('downloadFile', { fileID })).toMatchObject(notThere);
  });

  it('answers each file of a batch by itself, with the platform’s numbers', async () => {
    const { fileID } = await upload('there.txt', 'x');
    const foreign = 'cloud://other-env.6f74-other-env-1300000000/there.txt';
    const noBucket = 'cloud://local-cloud.6c6f-nobody-1300000000/there.txt';
    const fileList = [fileID, `${bucketPrefix}never.txt`, foreign, { fileID, maxAge: 0 }, 'there.txt', noBucket];
    const reply = await platform.sdk('getTempFileURL', { fileList });
    expect((reply['fileList'] as Reply[]).map((item) => item['status'])).toEqual([0, -503003, -503002, -503004, -503003, -503003]);
    expect((reply['fileList'] as Reply[])[1]).toMatchObject({ tempFileURL: '', errMsg: 'storage file not exists' });
  });

  it('refuses more than fifty files in a batch, and none', async () => {
    const fileList = Array.from({ length: 51 }, () => `${bucketPrefix}a`);
    for (const refusal of [
      await platform.refused('getTempFileURL', { fileList }, { sdk: 'node' }),
      await platform.refused('deleteFile', { fileList }, { sdk: 'node' }),
      await platform.refused('deleteFile', { fileList: [] }, { sdk: 'node' }),
    ]) {
      expect(refusal).toMatchObject({ code: 'INVALID_PARAM' });
    }
  });

  it.each(['/a', 'a/', 'a//b', '../a', 'a/../b', 'a/./b', 'a\nb', 'x'.repeat(851)])('refuses the path %j', async (path) => {
    expect(await platform.refused('uploadFile', { cloudPath: path, fileContent: Buffer.from('x') })).toMatchObject({ errCode: -1 });
    const refusal = await platform.refused('getUploadMetadata', { cloudPath: path }, { sdk: 'node' });
    expect(refusal).toMatchObject({ code: 'STORAGE_SIGN_PARAM_INVALID' });
  });

  it('copies, moves and describes files for node-sdk', async () => {
    await upload('from/a.txt', 'copied');
    const fileList = [
      { srcPath: 'from/a.txt', dstPath: 'to/a.txt', removeOriginal: true },
      { srcPath: 'from/none.txt', dstPath: 'to/none.txt' },
    ];
    const copied = await platform.sdk('copyFile', { fileList }, { sdk: 'node' });
    expect(copied['fileList']).toEqual([{ fileId: `${bucketPrefix}to/a.txt` }, expect.objectContaining({ code: 'STORAGE_FILE_NONEXIST' })]);
    const infos = await platform.sdk('getFileInfo', { fileList: [`${bucketPrefix}to/a.txt`] }, { sdk: 'node' });
    expect(infos['fileList']).toMatchObject([{ code: 'SUCCESS', size: 6, mime: 'text/plain', fileName: 'a.txt' }]);
    expect(await platform.refused('downloadFile', { fileID: `${bucketPrefix}from/a.txt` })).toMatchObject(notThere);
  });
});

describe('storage', () => {
  it('refuses a file of more than 50 MB and leaves the old one', async () => {
    const platform = await openPlatformCloud();
    const { fileID } = await platform.sdk('uploadFile', { cloudPath: 'film.mp4', fileContent: Buffer.from('short') });
    const refusal = await platform.refused('uploadFile', { cloudPath: 'film.mp4', zeroes: 50 * 1024 ** 2 + 1 }, { sdk: 'node' });
    expect(refusal).toMatchObject({ code: 'STORAGE_REQUEST_FAIL', message: expect.stringContaining('EntityTooLarge') });
    expect((await platform.sdk('downloadFile', { fileID }))['fileContent']).toEqual(Buffer.from('short'));
    await platform.close();
    platform.clean();
  });

  it('keeps files and given addresses over a restart, and in a backup', async () => {
    const before = await openPlatformCloud();
    const { fileID } = await before.sdk('uploadFile', { cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
    const copy = `${before.dataDir}-copy`;
    await before.cloud.data.backup(copy);
    await before.close();
    for (const dataDir of [before.dataDir, copy]) {
      const after = await openPlatformCloud({ dataDir });
      expect((await after.sdk('downloadFile', { fileID }))['fileContent']).toEqual(Buffer.from('kept'));
      await after.close();
      after.clean();
    }
  });

  it('takes an upload only with what allowed it, in time, and from no other page', async () => {
    const platform = await openPlatformCloud();
    const metadata = await platform.sdk('getUploadMetadata', { cloudPath: 'a.txt' }, { sdk: 'node' });
    const { url, authorization } = metadata['data'] as { url: string; authorization: string };
    const put = async (address: string, headers: Record<string, string>): Promise<[number, string]> => {
      const response = await fetch(address, { method: 'PUT', body: 'x', headers });
      return [response.status, await response.text()];
    };
    expect(await put(url, {})).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
    expect(await put(url.replace('a.txt', 'b.txt'), { authorization })).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
    expect(await put(url, { authorization, origin: 'http://elsewhere.example' })).toEqual([403, expect.anything()]);
    expect(await put(url, { authorization })).toEqual([200, '']);
    platform.cloud.clock.advanceMs(16 * 60_000);
    expect(await put(url, { authorization })).toEqual([403, expect.stringContaining('Request has expired')]);
    await platform.close();
    platform.clean();
  });
});
