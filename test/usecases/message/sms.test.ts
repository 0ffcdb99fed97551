import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signTc3 } from '../../../cloudfunctions/adapters/sms/signTc3';
import { tencentSms } from '../../../cloudfunctions/adapters/sms/tencentSms';
import { openShop, type TestShop } from '../openShop';
import { addressee, post, sendOutbox, stateOf } from './postRoom';

describe('signatures of Tencent Cloud’s API, version 3', () => {
  const example = { service: 'cvm', host: 'cvm.tencentcloudapi.com', action: 'DescribeInstances', timestamp: 1_551_113_065 };
  const limit = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
  const sms = { service: 'sms', host: 'sms.tencentcloudapi.com', action: 'SendSms', timestamp: 1_795_312_800 };
  const greeting =
    '{"PhoneNumberSet":["+8613800000000"],"SmsSdkAppId":"1400006666","SignName":"灯火会员","TemplateId":"449739",' +
    '"TemplateParamSet":["生日快乐","100 积分"]}';

  // The first is the documentation's own example; both were computed by a second implementation (Python's hmac and hashlib).
  it.each([
    [
      { ...example, body: limit, secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******' },
      'be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3',
    ],
    [
      { ...sms, body: greeting, secretId: 'id-of-a-test', secretKey: 'key-of-a-test' },
      'a26167d00d85844d339cfd28733ce4af83114b5f909c09caf912b425bb5dc180',
    ],
  ])('%#', (request, signature) => {
    const { authorization } = signTc3(request);
    expect(authorization).toContain(`Signature=${signature}`);
    expect(authorization).toContain(`SignedHeaders=content-type;host;x-tc-action`);
  });
});

describe('Tencent Cloud’s SMS', () => {
  let server: Server;
  let answer: object = {};
  const requests: { headers: IncomingMessage['headers']; body: Record<string, unknown> }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        requests.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> });
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const settings = { SECRET_ID: 'id', SECRET_KEY: 'key', APP_ID: '1400006666', SIGN: '灯火会员', TEMPLATE: '449739' };
    for (const [name, value] of Object.entries(settings)) process.env[`LANTERN_SMS_${name}`] = value;
    process.env['LANTERN_SMS_ADDRESS'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const send = () => tencentSms().send({ phone: '13800000000', title: '生日快乐', body: '100 积分' });
  const status = {
    SerialNo: '5000:1045710669157053657849499619',
    PhoneNumber: '+8618511122233',
    Fee: 1,
    SessionContext: '',
    IsoCode: 'CN',
  };

  it('sends one number with title and body, signed for the real host', async () => {
    answer = { Response: { SendStatusSet: [{ ...status, Code: 'Ok', Message: 'send success' }], RequestId: 'a0aabda6' } };
    expect(await send()).toEqual({ ok: true, msgId: status.SerialNo });
    const last = requests.at(-1);
    expect(last?.body).toMatchObject({
      PhoneNumberSet: ['+8613800000000'],
      TemplateParamSet: ['生日快乐', '100 积分'],
      SignName: '灯火会员',
    });
    expect(last?.headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' });
  });

  it.each([
    [
      'a number that is refused',
      { Response: { SendStatusSet: [{ ...status, Code: 'LimitExceeded.PhoneNumberDailyLimit', Message: 'limit' }] } },
      1,
    ],
    ['a request that is refused', { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'bad' }, RequestId: 'x' } }, 1],
    ['an answer that says nothing', {}, 0],
  ])('%s is told apart from one that was sent', async (_what, given, errCode) => {
    answer = given;
    expect(await send()).toMatchObject({ ok: false, errCode });
  });

  it('says which setting is missing', () => {
    delete process.env['LANTERN_SMS_SIGN'];
    expect(() => tencentSms()).toThrow('LANTERN_SMS_SIGN');
  });
});

describe('greetings by SMS', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop(1);
  });
  afterAll(() => shop.close());

  it('go only to who agreed to marketing and gave a phone number, with a way out; everybody finds them in the inbox', async () => {
    const facts = { gift: { zh: '100 积分', en: '100 points' } };
    const messages = [];
    for (const [openid, change] of Object.entries({
      anna: { phone: '13800000001', 'marketing.agreed': true },
      bea: { phone: '13800000002' },
      cleo: { 'marketing.agreed': true },
    })) {
      const { memberId } = await addressee(shop, openid);
      await shop.cloud.data.update('members', { _id: openid }, { $set: change });
      messages.push(await post(shop, { kind: 'birthday', source: openid, memberId, facts }));
    }
    await sendOutbox(shop);
    await sendOutbox(shop);
    expect(existsSync(shop.smsFile)).toBe(true);
    const lines = readFileSync(shop.smsFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { phone: string; text: string });
    expect(lines).toMatchObject([{ phone: '13800000001', text: expect.stringMatching(/生日快乐.*100 积分.*拒收请回复R$/) as string }]);
    const states = await Promise.all(messages.map((message) => stateOf(shop, message)));
    expect(states.map(({ sent, inboxAt }) => [sent?.channel, inboxAt > 0])).toEqual([
      ['sms', true],
      ['inbox', true],
      ['inbox', true],
    ]);
    expect(shop.cloud.wechat.messages()).toEqual([]);
  });
});
