import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const templates = [
  { id: 'tpl-start', fields: ['thing1', 'date2', 'phrase3'] },
  {
    id: 'tpl-all',
    fields: ['number1', 'letter2', 'character_string3', 'time4', 'amount5', 'phone_number6', 'name7', 'symbol8', 'car_number9'],
  },
];
const pages = ['pages/home/index', 'packages/game/quiz/index'];
const start = { thing1: { value: '猜灯谜开始了' }, date2: { value: '2026年2月14日' }, phrase3: { value: '进行中' } };

describe.each(transports)('subscribeMessage.send over %s', (transport) => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport, templates, pages });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const send = (change: Reply = {}): [string, Reply] => [
    'openapi.subscribeMessage.send',
    { touser: 'oLin', templateId: 'tpl-start', page: 'pages/home/index?from=note', data: start, ...change },
  ];
  const withField = (field: string, value: unknown): Reply => ({ data: { ...start, [field]: { value } } });

  it('uses up one accept a message and delivers it', async () => {
    expect(await platform.cloud.wechat.accept('oLin', 'tpl-start')).toBe(1);
    expect(await platform.cloud.wechat.accept('oLin', 'tpl-start')).toBe(2);
    const before = platform.cloud.wechat.messages('oLin').length;
    expect(await platform.sdk(...send())).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
    await platform.sdk(...send({ miniprogramState: 'trial', lang: 'en_US', page: undefined }));
    expect(await platform.refused(...send())).toMatchObject({ errCode: 43101 });
    const delivered = platform.cloud.wechat.messages('oLin').slice(before);
    expect(delivered).toMatchObject([
      {
        templateId: 'tpl-start',
        page: 'pages/home/index?from=note',
        miniprogramState: 'formal',
        lang: 'zh_CN',
        data: { thing1: '猜灯谜开始了', date2: '2026年2月14日', phrase3: '进行中' },
      },
      { miniprogramState: 'trial', lang: 'en_US' },
    ]);
  });

  it('never uses one accept twice, however many are sent at once', async () => {
    await platform.cloud.wechat.accept('oMany', 'tpl-start');
    const sent = await Promise.allSettled(Array.from({ length: 5 }, () => platform.sdk(...send({ touser: 'oMany' }))));
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(platform.cloud.wechat.messages('oMany')).toHaveLength(1);
  });

  it('lets nothing through once the person said no', async () => {
    await platform.cloud.wechat.accept('oNo', 'tpl-start', 3);
    await platform.cloud.wechat.reject('oNo', 'tpl-start');
    expect(await platform.refused(...send({ touser: 'oNo' }))).toMatchObject({ errCode: 43101 });
  });

  it.each([
    ['no open id', 40003, { touser: '' }],
    ['an open id of other characters', 40003, { touser: 'o Lin' }],
    ['an unknown template', 40037, { templateId: 'tpl-none' }],
    ['a page that is not published', 41030, { page: 'pages/none/index' }],
    ['a page with a leading slash', 41030, { page: '/pages/home/index' }],
    ['an unknown version of the mini-program', 47001, { miniprogramState: 'beta' }],
    ['a missing field', 47003, { data: { thing1: start.thing1, date2: start.date2 } }],
    ['an empty field', 47003, withField('thing1', '')],
    ['a thing of 21 characters', 47003, withField('thing1', '字'.repeat(21))],
    ['a phrase of six characters', 47003, withField('phrase3', '一二三四五六')],
    ['a phrase in letters', 47003, withField('phrase3', 'open')],
    ['a date that is none', 47003, withField('date2', 'tomorrow')],
    ['a date in month 13', 47003, withField('date2', '2026年13月1日')],
  ])('refuses %s (%s %i) and uses nothing up', async (_what, errCode, change) => {
    const left = await platform.cloud.wechat.accept('oLin', 'tpl-start');
    expect(await platform.refused(...send(change))).toMatchObject({ errCode });
    expect(await platform.cloud.wechat.accept('oLin', 'tpl-start')).toBe(left + 1);
    await platform.cloud.wechat.reject('oLin', 'tpl-start');
  });

  it('names the field that is wrong', async () => {
    const refusal = await platform.refused(...send(withField('phrase3', 'open')));
    expect(refusal['message']).toContain('data.phrase3.value invalid');
  });

  const good: Readonly<Record<string, string | number>> = {
    number1: 12.5,
    letter2: 'abc',
    character_string3: 'A-2026/07 #1',
    time4: '2026年2月14日 15:01~2026年2月14日 16:00',
    amount5: '¥128.50元',
    phone_number6: '+86-17000000001',
    name7: '林小灯',
    symbol8: '+-',
    car_number9: '粤A8Z888挂',
  };
  const all = (change: Readonly<Record<string, string | number>>): [string, Reply] => {
    const data = Object.fromEntries(Object.entries({ ...good, ...change }).map(([field, value]) => [field, { value }]));
    return ['openapi.subscribeMessage.send', { touser: 'oLin', templateId: 'tpl-all', data }];
  };

  it('takes each kind of field as the platform writes it', async () => {
    await platform.cloud.wechat.accept('oLin', 'tpl-all', 2);
    await platform.sdk(...all({}));
    await platform.sdk(...all({ name7: "Mary O'Hara", time4: '09:30', amount5: 128 }));
    expect(platform.cloud.wechat.messages('oLin').at(-2)?.data).toEqual({ ...good, number1: '12.5' });
  });

  it.each([
    ['number1', '1'.repeat(33)],
    ['letter2', 'abc1'],
    ['character_string3', '单号1'],
    ['character_string3', 'x'.repeat(33)],
    ['time4', '25:00'],
    ['amount5', '12345678901'],
    ['phone_number6', '1'.repeat(18)],
    ['name7', '一二三四五六七八九十一'],
    ['name7', 'x'.repeat(21)],
    ['symbol8', 'a'],
    ['car_number9', '粤A8Z888挂车'],
  ])('refuses in %s the value %s', async (field, value) => {
    expect(await platform.refused(...all({ [field]: value }))).toMatchObject({ errCode: 47003 });
  });
});

describe('subscription messages', () => {
  it('keeps messages and accepts over a restart, and in a backup', async () => {
    const options = { templates, pages };
    const send = { touser: 'oLin', templateId: 'tpl-start', data: start };
    const before = await openPlatformCloud(options);
    await before.cloud.wechat.accept('oLin', 'tpl-start', 2);
    await before.sdk('openapi.subscribeMessage.send', send);
    const copy = `${before.dataDir}-copy`;
    await before.cloud.data.backup(copy);
    await before.close();
    for (const dataDir of [before.dataDir, copy]) {
      const after = await openPlatformCloud({ ...options, dataDir });
      expect(after.cloud.wechat.messages()).toMatchObject([{ id: 1, openid: 'oLin' }]);
      await after.sdk('openapi.subscribeMessage.send', send);
      expect(after.cloud.wechat.messages().map((message) => message.id)).toEqual([1, 2]);
      expect(await after.refused('openapi.subscribeMessage.send', send)).toMatchObject({ errCode: 43101 });
      await after.close();
      after.clean();
    }
  });

  it('refuses a template with a field of an unknown kind', async () => {
    const opening = openPlatformCloud({ templates: [{ id: 'tpl', fields: ['thing1', 'colour2'] }] });
    await expect(opening).rejects.toThrow('The message template tpl has a field of an unknown kind: colour2.');
  });
});
