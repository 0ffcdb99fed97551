import fc from 'fast-check';
import { admitPicture, avatarMaxBytes } from '@shared/member/avatar/admitPicture';
import { avatarPathOf, isUploadOf, uploadFolderOf } from '@shared/member/avatar/paths';
import { readPicture } from '@shared/member/avatar/readPicture';
import { readVerdict } from '@shared/member/avatar/readVerdict';
import { jpegOf, pngOf } from '../../usecases/member/madePictures';

const at = 1_795_312_800_000;

describe('what a picture is', () => {
  it('is read from its own bytes, not from its name', () => {
    expect(readPicture(pngOf(256, 256))).toEqual({ kind: 'png', width: 256, height: 256 });
    expect(readPicture(jpegOf(256, 200))).toEqual({ kind: 'jpg', width: 256, height: 200 });
  });

  it.each([
    ['a film', Buffer.from('\0\0\0\x18ftypmp42')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['an animation', Buffer.from('GIF89a\x00\x01\x00\x01')],
    ['a torn JPEG', jpegOf(256, 256).subarray(0, 24)],
    ['a torn PNG', pngOf(256, 256).subarray(0, 20)],
    ['nothing', Buffer.alloc(0)],
  ])('is not %s', (_what, bytes) => {
    expect(admitPicture(bytes)).toMatchObject({ refusal: { code: 'avatar.kind' } });
  });

  it.each([
    ['too wide', pngOf(513, 513)],
    ['not square', jpegOf(256, 255)],
    ['a dot', pngOf(16, 16)],
    ['too heavy', Buffer.concat([pngOf(256, 256), Buffer.alloc(avatarMaxBytes)])],
  ])('is small and square: not %s', (_what, bytes) => {
    expect(admitPicture(bytes)).toMatchObject({ refusal: { code: 'avatar.size' } });
  });

  it('is whatever the bytes are an answer, never a fault', () => {
    const head = fc.constantFrom(pngOf(9, 9).subarray(0, 12), jpegOf(9, 9).subarray(0, 4), Buffer.alloc(0));
    const bytes = fc.tuple(head, fc.uint8Array({ maxLength: 200 })).map(([start, rest]) => Buffer.concat([start, rest]));
    fc.assert(fc.property(bytes, (any) => ['boolean'].includes(typeof admitPicture(any).ok)));
  });
});

describe('where a picture lies', () => {
  const folder = uploadFolderOf('master', 'm');

  it('is the member’s own folder and the tap’s own key', () => {
    expect(isUploadOf(`cloud://env.bucket/${folder}/key-12345678.jpg`, folder, 'key-12345678')).toBe(true);
    const others = [
      `cloud://env.bucket/${uploadFolderOf('master', 'n')}/key-12345678.jpg`,
      `cloud://env.bucket/${folder}/key-87654321.jpg`,
      `cloud://env.bucket/${folder}/../x/key-12345678.jpg`,
      `cloud://env.bucket/exports/${folder}/key-12345678.jpg`,
      `https://example.com/${folder}/key-12345678.jpg`,
      `cloud://env.bucket/${folder}/key-12345678.svg`,
    ];
    for (const each of others) expect(isUploadOf(each, folder, 'key-12345678')).toBe(false);
  });

  it('follows from the picture, so that another never takes its place', () => {
    const paths = ['d1', 'd2'].map((digest) => avatarPathOf('master', 'm:k', digest, 'jpg'));
    expect(new Set([...paths, avatarPathOf('other', 'm:k', 'd1', 'jpg')]).size).toBe(3);
  });
});

describe('the platform’s verdict as it is pushed', () => {
  const raw = {
    ToUserName: 'gh_1',
    FromUserName: 'o-lin',
    CreateTime: 1_795_312_800,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: 'wx1',
    trace_id: '62f11967-2b24d27a-34715985',
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'pass', label: 100 },
  };

  it('is understood in the forms that others show', () => {
    const said = { traceId: raw.trace_id, openid: 'o-lin', at, appid: 'wx1' };
    expect(readVerdict(raw)).toEqual({ ...said, verdict: { suggest: 'pass', label: 100 } });
    expect(readVerdict({ ...raw, errcode: undefined, CreateTime: '1795312800', result: { suggest: 'risky', label: '20002' } })).toEqual({
      ...said,
      verdict: { suggest: 'risky', label: 20002 },
    });
    expect(readVerdict({ ...raw, errcode: -1008, result: undefined })).toEqual({ ...said, verdict: { failed: -1008 } });
  });

  it.each([
    { Event: 'subscribe_msg_popup_event' },
    { MsgType: 'text' },
    { trace_id: undefined },
    { trace_id: { $gt: '' } },
    { FromUserName: 7 },
    { CreateTime: 'soon' },
    { result: { suggest: 'fine' } },
    { result: null },
    { errcode: 'x' },
  ])('is not believed with %j', (change) => {
    expect(readVerdict({ ...raw, ...change })).toBeNull();
  });
});
