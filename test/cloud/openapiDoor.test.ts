import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';

const person = (id: string, openid: string) => ({ id, openid, label: { zh: id, en: id }, note: { zh: '', en: '' }, kind: 'shopper' });
const templates = [{ id: 'tpl', fields: ['thing1'] }];
const message = { touser: 'oLin', templateId: 'tpl', data: { thing1: { value: '灯谜' } } };

describe('what a browser’s client asks in place of WeChat', () => {
  let platform: PlatformCloud;
  let lin: string;
  let may: string;
  beforeAll(async () => {
    platform = await openPlatformCloud({ templates, people: [person('lin', 'oLin'), person('may', 'oMay')] });
    lin = await signIn('lin');
    may = await signIn('may');
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<[number, Reply]> => {
    const response = await fetch(`${String(platform.cloud.address)}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
    return [response.status, (await response.json()) as Reply];
  };
  const as = (token: string): Record<string, string> => ({ 'x-cloud-session': token });
  const signIn = async (id: string): Promise<string> => String((await post('/door/signin', { person: id }))[1]['token']);

  it('lets people accept messages for themselves and read only their own', async () => {
    expect(await post('/door/wechat/accept', { template: 'tpl' }, as(lin))).toEqual([200, { left: 1 }]);
    await platform.sdk('openapi.subscribeMessage.send', message);
    expect(await post('/door/wechat/messages', {}, as(lin))).toMatchObject([200, { messages: [{ data: { thing1: '灯谜' } }] }]);
    expect(await post('/door/wechat/messages', {}, as(may))).toEqual([200, { messages: [] }]);
    expect(await post('/door/wechat/accept', { template: 'none' }, as(lin))).toMatchObject([400, { code: 'INVALID_PARAM' }]);
  });

  it('gives the code of the phone number button', async () => {
    const [, { code }] = await post('/door/wechat/phone-code', {}, as(lin));
    expect(await platform.sdk('openapi.phonenumber.getPhoneNumber', { code })).toMatchObject({ phoneInfo: { countryCode: '86' } });
  });

  it('lets people pay their own orders only', async () => {
    const order = {
      outTradeNo: 'o-1',
      body: 'tea',
      totalFee: 1,
      envId: 'local-cloud',
      functionName: 'payback',
      spbillCreateIp: '127.0.0.1',
    };
    const { payment } = await platform.sdk('cloudPay.unifiedOrder', { subMchId: '1', ...order }, { openid: 'oLin' });
    const asked = { package: (payment as { package: string }).package };
    expect(await post('/door/wechat/pay', asked, as(may))).toMatchObject([404, { code: 'INVALID_PARAM' }]);
    expect(await post('/door/wechat/pay', asked, as(lin))).toMatchObject([200, { delivered: true }]);
  });

  it('lets people upload and show files, but not replace somebody else’s', async () => {
    const [, { url, authorization, fileId }] = await post('/door/storage/upload', { path: 'faces/lin.png' }, as(lin));
    const put = await fetch(String(url), { method: 'PUT', body: 'face', headers: { authorization: String(authorization) } });
    expect(put.status).toBe(200);
    const [, { list }] = await post('/door/storage/addresses', { list: [{ fileid: fileId }] }, as(may));
    const shown = await fetch((list as { tempFileURL: string }[])[0]?.tempFileURL ?? '');
    expect(await shown.text()).toBe('face');
    expect(await post('/door/storage/upload', { path: 'faces/lin.png' }, as(may))).toMatchObject([
      400,
      { code: 'STORAGE_EXCEED_AUTHORITY' },
    ]);
    expect(await post('/door/storage/upload', { path: '../x' }, as(may))).toMatchObject([400, { code: 'STORAGE_SIGN_PARAM_INVALID' }]);
  });

  it.each(['/door/wechat/accept', '/door/wechat/messages', '/door/wechat/phone-code', '/door/wechat/pay', '/door/storage/upload'])(
    'is refused at %s to strangers and to pages of another origin',
    async (path) => {
      expect(await post(path, {})).toMatchObject([403, { code: 'PERMISSION_DENIED' }]);
      expect(await post(path, {}, { ...as(lin), origin: 'http://elsewhere.example' })).toMatchObject([403, { code: 'PERMISSION_DENIED' }]);
    },
  );

  it('does the same for anybody behind the control token, and only there', async () => {
    const control = { 'x-cloud-control': platform.cloud.controlToken };
    expect(await post('/control/wechat/accept', { openid: 'oMay', template: 'tpl', count: 2 }, control)).toEqual([200, { left: 2 }]);
    expect(await post('/control/wechat/messages', { openid: 'oMay' }, control)).toEqual([200, { messages: [] }]);
    expect(await post('/control/wechat/phone-code', { openid: 'oMay' }, control)).toMatchObject([200, { code: expect.any(String) }]);
    const [, { cloudID }] = await post('/control/wechat/open-data', { openid: 'oMay', data: 7 }, control);
    expect(await platform.sdk('getOpenData', { list: [cloudID] }, { openid: 'oMay' })).toMatchObject({ list: [{ data: 7 }] });
    expect(await post('/control/wechat/pay', { outTradeNo: 'none' }, control)).toMatchObject([400, { code: 'INVALID_PARAM' }]);
    expect(await post('/control/wechat/messages', {}, {})).toMatchObject([403, { code: 'PERMISSION_DENIED' }]);
  });

  it('refuses a form it cannot read', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await post('/admin', 'no form', form)).toMatchObject([400, { code: 'INVALID_PARAM' }]);
  });
});
