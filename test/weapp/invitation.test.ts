import type { InvitationView } from '@shared/referral/contract';
import { memberCode } from '../browser/memberCode';
import { openShop, type Caller, type Shop } from '../browser/openShop';
import { words } from '../browser/words';
import { openMiniProgram, type MiniProgram } from './openMiniProgram';
import { standInForWechat } from './standInForWechat';

const zh = words('zh');
const dayMs = 86_400_000;
const device = 'desk';

describe('an invitation in the mini-program as WeChat gets it', () => {
  let shop: Shop;
  let inviter: Caller;
  let program: MiniProgram;
  let scene = '';

  beforeAll(async () => {
    shop = await openShop();
    inviter = await shop.signIn('xiaoman');
    const newcomer = await shop.signIn('newcomer');
    program = openMiniProgram(standInForWechat(newcomer.call));
    scene = (await friends()).invitationId;
  });

  afterAll(() => shop.close());

  async function friends(): Promise<InvitationView> {
    const reply = await inviter.call('member', { method: 'referral.mine', input: {}, device });
    return (reply as { readonly value: InvitationView }).value;
  }

  it('is opened by its scene, as the code of a poster brings it', async () => {
    program.show('packages/invite/open/index', { scene });
    await program.reads(zh.referral.open.title('小*'));
    await program.reads(zh.referral.open.privacy);
    expect((await friends()).friends[0]).toMatchObject({ state: 'opened', name: null });
  });

  it('lets a new person join on that page', async () => {
    program.tap(zh.member.welcome.join);
    await program.reads(zh.member.join.title);
    program.type(zh.member.join.nickname, '阿月');
    program.tap(zh.member.join.consent);
    program.tap(zh.member.join.age);
    await program.lacks(zh.member.join.need);
    program.tap(zh.member.join.submit);
    await program.reads(zh.referral.open.joined);
    expect((await friends()).friends[0]).toMatchObject({ state: 'joined', name: '阿*' });
  });

  it('rewards the inviter after the first purchase and its return period', async () => {
    const clerk = await shop.signIn('qing');
    const ask = async (method: string, input: object): Promise<Record<string, string>> => {
      const reply = (await clerk.call('staff', { method, input, device })) as { readonly value: Record<string, string> };
      return reply.value;
    };
    const { visitId } = await ask('visit.open', { code: await memberCode(shop, 'newcomer'), by: 'scan' });
    const lines = [{ categoryId: 'tea', amountFen: 12_800 }];
    await ask('purchase.confirm', { key: 'weapp-first-buy', visitId, orderNo: 'W-INV-1', lines });
    await shop.runTimer('jobs', 'referral');
    expect((await friends()).friends[0]).toMatchObject({ state: 'purchased' });
    await shop.advanceClock(7 * dayMs);
    await shop.runTimer('jobs', 'sweep');
    await shop.runTimer('jobs', 'referral');
    expect((await friends()).friends[0]).toMatchObject({ state: 'rewarded', points: 200 });
  });

  it('tells a member who opens it again that it is for new friends', async () => {
    program.show('packages/invite/open/index', { scene });
    await program.reads(zh.referral.open.memberNote);
  });

  it('shows a page of one’s own, with the terms before anything is passed on', async () => {
    program.show('packages/invite/mine/index');
    await program.reads(zh.referral.youWhen);
    await program.reads(zh.referral.none);
    await program.reads(zh.referral.card);
  });
});
