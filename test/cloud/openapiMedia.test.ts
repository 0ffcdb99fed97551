import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const words = { risky: ['赌博'], review: ['加微信'] };
const author = { openid: 'oPainter' };

describe.each(transports)('security.mediaCheckAsync over %s', (transport) => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport, words, messagePush: 'listener' });
  });
  beforeEach(() => platform.cloud.data.remove('notices', {}));
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const addressOf = async (content: string): Promise<string> => {
    const { fileID } = await platform.sdk('uploadFile', { cloudPath: `pictures/一 ${content}.png`, fileContent: Buffer.from(content) });
    const { fileList } = await platform.sdk('getTempFileURL', { fileList: [fileID] });
    return String((fileList as Reply[])[0]?.['tempFileURL']);
  };
  const params = (mediaUrl: string, change: Reply = {}): [string, Reply, { openid: string }] => [
    'openapi.security.mediaCheckAsync',
    { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'oPainter', ...change },
    author,
  ];
  const heard = (): Promise<Reply[]> => platform.cloud.data.find('notices', { event: { $exists: true } });

  it.each([
    ['a lantern', 'pass', 100],
    ['a lantern, 加微信', 'review', 21000],
    ['赌博 and 加微信', 'risky', 21000],
  ])('answers a number, and pushes later that %s is %s', async (content, suggest, label) => {
    const { traceId } = await platform.sdk(...params(await addressOf(content)));
    expect(traceId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(await heard()).toEqual([]);
    expect(await platform.cloud.wechat.pushVerdicts()).toBe(1);
    const [{ event, openid } = {}] = await heard();
    expect(openid).toBeNull();
    expect(event).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: 'oPainter',
      trace_id: traceId,
      version: 2,
      errcode: 0,
      result: { suggest, label },
    });
  });

  it('judges what is said of nobody’s words as it was told of their author', async () => {
    platform.cloud.wechat.judge('oJudged', 'risky');
    await platform.sdk('openapi.security.mediaCheckAsync', params(await addressOf('plain'), { openid: 'oJudged' })[1], {
      openid: 'oJudged',
    });
    expect(platform.cloud.wechat.mediaChecks().at(-1)).toMatchObject({ openid: 'oJudged', suggest: 'risky', taken: false });
    await platform.cloud.wechat.pushVerdicts();
  });

  it('says of what it could not fetch that it could not', async () => {
    const signed = await addressOf('a lantern');
    for (const url of ['https://example.com/a.png', signed.replace('lantern', 'lamp'), `${signed}0`]) await platform.sdk(...params(url));
    expect(await platform.cloud.wechat.pushVerdicts()).toBe(3);
    for (const { event } of await heard()) expect(event).toMatchObject({ errcode: -1008, detail: [] });
    for (const { event } of await heard()) expect(event).not.toHaveProperty('result');
  });

  it('pushes what was not taken three times, and what was taken only when asked to', async () => {
    await platform.cloud.data.insert('notices', [{ answer: 'no' }]);
    await platform.sdk(...params(await addressOf('a lamp')));
    for (let push = 0; push < 5; push += 1) expect(await platform.cloud.wechat.pushVerdicts()).toBe(0);
    expect(await heard()).toHaveLength(3);
    await platform.cloud.data.remove('notices', {});
    await platform.sdk(...params(await addressOf('a moon')));
    expect(await platform.cloud.wechat.pushVerdicts()).toBe(1);
    expect(await platform.cloud.wechat.pushVerdicts()).toBe(0);
    const before = (await heard()).length;
    await platform.cloud.wechat.pushVerdicts({ again: true });
    expect((await heard()).length).toBeGreaterThan(before);
  });

  it.each<[number, Reply]>([
    [40004, { mediaType: 3 }],
    [40097, { scene: 0 }],
    [40097, { version: 1 }],
    [40097, { mediaUrl: '' }],
    [40003, { openid: '' }],
    [61010, { openid: 'oAway' }],
  ])('refuses by %i: %j', async (errCode, change) => {
    expect(await platform.refused(...params('https://example.com/a.png', change))).toMatchObject({ errCode });
  });
});

it('keeps verdicts that are on their way over a restart', async () => {
  const before = await openPlatformCloud({ messagePush: 'listener' });
  const { dataDir } = before;
  await before.sdk(
    'openapi.security.mediaCheckAsync',
    { mediaUrl: 'x', mediaType: 2, version: 2, scene: 1, openid: 'oLin' },
    { openid: 'oLin' },
  );
  await before.close();
  const after = await openPlatformCloud({ messagePush: 'listener', dataDir });
  try {
    expect(await after.cloud.wechat.pushVerdicts()).toBe(1);
  } finally {
    await after.close();
    after.clean();
  }
});
