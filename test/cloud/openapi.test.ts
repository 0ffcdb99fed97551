import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const minute = 60_000;
const words = { risky: ['赌博'], review: ['加微信'] };
const people = [
  { id: 'lin', openid: 'oLin', label: { zh: '林', en: 'Lin' }, note: { zh: '', en: '' }, kind: 'shopper', phone: '17000000001' },
];

describe.each(transports)('open API over %s', (transport) => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport, words, people });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  describe('phonenumber.getPhoneNumber', () => {
    const open = (code: unknown): [string, Reply] => ['openapi.phonenumber.getPhoneNumber', { code }];

    it('opens a code once', async () => {
      const code = platform.cloud.wechat.phoneCode('oLin');
      expect(await platform.sdk(...open(code))).toMatchObject({
        phoneInfo: { phoneNumber: '17000000001', purePhoneNumber: '17000000001', countryCode: '86' },
      });
      expect(await platform.refused(...open(code))).toMatchObject({ errCode: 40029 });
    });

    it('gives people without a declared number always the same made-up one', async () => {
      const numberOf = async (openid: string): Promise<string> => {
        const reply = await platform.sdk(...open(platform.cloud.wechat.phoneCode(openid)));
        return (reply['phoneInfo'] as { phoneNumber: string }).phoneNumber;
      };
      expect(await numberOf('oAny')).toMatch(/^170000\d{5}$/);
      expect(await numberOf('oAny')).toBe(await numberOf('oAny'));
    });

    it('refuses a code older than five minutes, and one it never gave', async () => {
      const code = platform.cloud.wechat.phoneCode('oLin');
      platform.cloud.clock.advanceMs(5 * minute + 1000);
      expect(await platform.refused(...open(code))).toMatchObject({ errCode: 40029 });
      expect(await platform.refused(...open('made up'))).toMatchObject({ errCode: 40029 });
    });
  });

  describe('security.msgSecCheck', () => {
    const check = (content: string, change: Reply = {}): [string, Reply, { openid: string }] => [
      'openapi.security.msgSecCheck',
      { version: 2, scene: 2, openid: 'oAuthor', content, ...change },
      { openid: 'oAuthor' },
    ];

    it.each([
      ['灯火真好看', 'pass', 100],
      ['可以加微信聊', 'review', 21000],
      ['加微信一起赌博', 'risky', 21000],
    ])('judges %s as %s', async (content, suggest, label) => {
      expect(await platform.sdk(...check(content))).toMatchObject({ result: { suggest, label }, traceId: expect.any(String) });
    });

    it('tells which words it stumbled over', async () => {
      const { detail } = await platform.sdk(...check('加微信一起赌博'));
      expect((detail as Reply[]).map((item) => item['keyword'])).toEqual([undefined, '赌博', '加微信']);
    });

    it('takes 2 500 characters and refuses one more', async () => {
      expect(await platform.sdk(...check('字'.repeat(2500)))).toMatchObject({ errCode: 0 });
      expect(await platform.refused(...check('字'.repeat(2501)))).toMatchObject({ errCode: 45002 });
    });

    it.each([
      [44002, { content: '' }],
      [40097, { scene: 5 }],
      [40003, { openid: '' }],
      [61010, { openid: 'oAway' }],
    ])('refuses by %i: %j', async (errCode, change) => {
      expect(await platform.refused(...check('x', change))).toMatchObject({ errCode });
    });

    it('refuses an author who has been away for more than two hours', async () => {
      await platform.sdk(...check('x'));
      platform.cloud.clock.advanceMs(120 * minute + 1000);
      const another: [string, Reply] = ['openapi.security.msgSecCheck', { version: 2, scene: 2, openid: 'oAuthor', content: 'x' }];
      expect(await platform.refused(...another)).toMatchObject({ errCode: 61010 });
    });

    it('answers version 1 as version 1 did', async () => {
      expect(await platform.refused('openapi.security.msgSecCheck', { content: '赌博' })).toMatchObject({ errCode: 87014 });
      expect(await platform.sdk('openapi.security.msgSecCheck', { content: '灯火' })).toMatchObject({ errCode: 0 });
    });
  });

  describe('permissions', () => {
    it('refuses a function that did not declare the API', async () => {
      const refusal = await platform.refused('openapi.security.msgSecCheck', { content: 'x' }, { functionName: 'bare' });
      expect(refusal).toMatchObject({ errCode: -604101 });
    });

    it('knows no other API', async () => {
      expect(await platform.refused('openapi.templateMessage.send', {})).toMatchObject({ errCode: -604100 });
    });

    it('counts an open API call as one operation', async () => {
      await platform.sdk('openapi.security.msgSecCheck', { content: '灯火' });
      expect(platform.cloud.lastInvocations().at(-1)?.operations).toBe(2);
    });
  });

  it('answers node-sdk’s callWxOpenApi by the same rules', async () => {
    const call = (apiName: string, requestData: Reply): Promise<Reply> =>
      platform.sdk('callWxOpenApi', { apiName, requestData }, { sdk: 'node' });
    expect(await call('openapi.security.msgSecCheck', { content: '赌博' })).toMatchObject({ result: { errcode: 87014 } });
    expect(await call('wxacode.getUnlimited', { scene: 'a' })).toMatchObject({ result: { contentType: 'image/png' } });
    expect(await call('none.such', {})).toMatchObject({ result: { errcode: -604100 } });
  });

  describe('getOpenData', () => {
    const open = (list: readonly string[], openid: string): Promise<Reply> => platform.sdk('getOpenData', { list }, { openid });

    it('opens what the caller’s own page was given', async () => {
      const id = platform.cloud.wechat.openDataId('oLin', { stepInfoList: [{ step: 9000 }] });
      expect(await open([id], 'oLin')).toMatchObject({
        errCode: 0,
        list: [{ cloudID: id, data: { stepInfoList: [{ step: 9000 }] } }],
      });
    });

    it('tells for each that cannot be opened why', async () => {
      const foreign = platform.cloud.wechat.openDataId('oLin', 1);
      const old = platform.cloud.wechat.openDataId('oOther', 2);
      platform.cloud.clock.advanceMs(5 * minute + 1000);
      const fresh = platform.cloud.wechat.openDataId('oLin', 3);
      const { list } = await open(['made up', old, fresh, foreign], 'oOther');
      expect((list as Reply[]).map((item) => item['errCode'])).toEqual([-601005, -601006, -601007, -601006]);
    });
  });
});
