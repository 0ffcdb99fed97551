import { openPlatformCloud, type PlatformCloud, type Reply } from './openPlatformCloud';
import { transports } from './transports';

const dayMs = 86_400_000;
const pages = ['pages/home/index'];
const words = { risky: ['赌博'] };

describe.each(transports)('shortlink.generate over %s', (transport) => {
  let platform: PlatformCloud;
  beforeAll(async () => {
    platform = await openPlatformCloud({ transport, pages, words });
  });
  afterAll(async () => {
    await platform.close();
    platform.clean();
  });

  const linkTo = async (params: Reply): Promise<string> => String((await platform.sdk('openapi.shortlink.generate', params))['link']);

  it('gives a link that opens its page with its parameters, for whoever opens it, for 30 days', async () => {
    const link = await linkTo({ pageUrl: 'pages/home/index?a=1&b=2', pageTitle: '灯会' });
    expect(link).toMatch(/^#小程序:\/\/本地小程序\/灯会\/[0-9A-Za-z]{15}$/);
    expect([1, 2].map(() => platform.cloud.wechat.openLink(link))).toEqual(Array(2).fill('pages/home/index?a=1&b=2'));
    const forEver = await linkTo({ pageUrl: 'pages/home/index', isPermanent: true });
    platform.cloud.clock.advanceMs(30 * dayMs);
    expect([link, forEver].map((each) => platform.cloud.wechat.openLink(each))).toEqual([null, 'pages/home/index']);
  });

  it('shortens a title of more than twenty characters', async () => {
    expect(await linkTo({ pageUrl: 'pages/home/index', pageTitle: '灯'.repeat(21) })).toContain(`/${'灯'.repeat(20)}.../`);
    expect(await linkTo({ pageUrl: 'pages/home/index', pageTitle: '灯'.repeat(20) })).toContain(`/${'灯'.repeat(20)}/`);
  });

  it.each<[number, string, Reply]>([
    [40066, 'no page', {}],
    [40066, 'an unknown page', { pageUrl: 'pages/none/index' }],
    [40066, 'a leading slash', { pageUrl: '/pages/home/index' }],
    [40066, 'a page of more than 1024 characters', { pageUrl: `pages/home/index?x=${'1'.repeat(1024)}` }],
    [40225, 'a title against the rules', { pageUrl: 'pages/home/index', pageTitle: '来赌博' }],
  ])('refuses by %i: %s', async (errCode, _what, params) => {
    expect(await platform.refused('openapi.shortlink.generate', params)).toMatchObject({ errCode });
  });

  it('refuses by 45009 when a day has had its links, until the next day', async () => {
    const limited = await openPlatformCloud({ transport, pages, account: { shortLinksPerDay: 2 } });
    try {
      const input = { pageUrl: 'pages/home/index' };
      for (let link = 0; link < 2; link += 1) await limited.sdk('openapi.shortlink.generate', input);
      await limited.refused('openapi.shortlink.generate', { pageUrl: 'pages/none/index' });
      expect(await limited.refused('openapi.shortlink.generate', input)).toMatchObject({ errCode: 45009 });
      limited.cloud.clock.advanceMs(dayMs);
      await limited.sdk('openapi.shortlink.generate', input);
    } finally {
      await limited.close();
      limited.clean();
    }
  });

  it('refuses by 43104 what a private person’s mini-program asks', async () => {
    const personal = await openPlatformCloud({ transport, pages, account: { isPersonal: true } });
    try {
      expect(await personal.refused('openapi.shortlink.generate', { pageUrl: 'pages/home/index' })).toMatchObject({ errCode: 43104 });
    } finally {
      await personal.close();
      personal.clean();
    }
  });

  it('is not there for a function that did not ask for it', async () => {
    const refusal = await platform.refused('openapi.shortlink.generate', { pageUrl: 'pages/home/index' }, { functionName: 'bare' });
    expect(refusal).toMatchObject({ errCode: -604101 });
  });
});
