import { openShop, type Shop } from '../browser/openShop';
import { readDrawn } from '../browser/readDrawn';
import { words } from '../browser/words';
import { openMiniProgram, type MiniProgram } from './openMiniProgram';
import { standInForWechat, type Wechat } from './standInForWechat';

const zh = words('zh');

describe('the main job, in the mini-program as WeChat gets it', () => {
  let shop: Shop;
  let wechat: Wechat;
  let program: MiniProgram;

  beforeAll(async () => {
    shop = await openShop();
    const newcomer = await shop.signIn('newcomer');
    wechat = standInForWechat(newcomer.call);
    program = openMiniProgram(wechat);
  });

  afterAll(() => shop.close());

  it('greets a newcomer with what a card brings', async () => {
    program.show('pages/home/index');
    await program.reads(zh.member.welcome.title);
    await program.reads(zh.member.welcome.gift('50'));
  });

  it('opens a card once terms and age are agreed to', async () => {
    program.tap(zh.member.welcome.join);
    await program.reads(zh.member.join.title);
    program.type(zh.member.join.nickname, '阿月');
    program.tap(zh.member.join.consent);
    program.tap(zh.member.join.age);
    await program.lacks(zh.member.join.need);
    program.tap(zh.member.join.submit);
    await program.reads(zh.member.tierMember('萤火'));
  });

  it("pays the day's check-in", async () => {
    program.tap(zh.checkin.perform(5));
    await program.reads(zh.checkin.done);
    await program.reads('55');
  });

  it('draws a member code that a scanner reads and the till accepts', async () => {
    program.show('pages/code/index');
    await program.reads(zh.member.code.works);
    const { code } = await readDrawn(() => wechat.drawn('member-code-qr'), 'QR');
    expect(code).toMatch(/^9\d{21}$/);
    expect((await readDrawn(() => wechat.drawn('member-code-bars'), 'Code 128')).code).toBe(code);
    const clerk = await shop.signIn('qing');
    const reply = await clerk.call('staff', { method: 'visit.open', input: { code, by: 'scan' }, device: 'till-1' });
    expect(reply).toMatchObject({ ok: true, value: { nickname: '阿月', available: 55 } });
  });
});
