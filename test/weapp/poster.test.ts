import type { InvitationView } from '@shared/referral/contract';
import { openShop, type Caller, type Shop } from '../browser/openShop';
import { readDrawn } from '../browser/readDrawn';
import { words } from '../browser/words';
import { openMiniProgram, type MiniProgram } from './openMiniProgram';
import { standInForWechat, type Wechat } from './standInForWechat';

const zh = words('zh');

describe('the poster in the mini-program as WeChat gets it', () => {
  let shop: Shop;
  let inviter: Caller;
  let wechat: Wechat;
  let program: MiniProgram;

  beforeAll(async () => {
    shop = await openShop();
    inviter = await shop.signIn('xiaoman');
    wechat = standInForWechat(inviter.call);
    program = openMiniProgram(wechat);
  });

  afterAll(() => shop.close());

  it('lists each friend with what comes of it', async () => {
    program.show('packages/invite/mine/index');
    await program.reads(zh.referral.friends);
    await program.reads('含满 3 位的台阶奖励');
    await program.reads(zh.referral.states.checking);
  });

  it('copies a short link of the platform, which says until when it opens', async () => {
    program.tap(zh.referral.copy);
    await program.reads('#小程序://');
    await program.reads(zh.referral.linkUntil('').slice(0, 6));
    expect(wechat.copied).toEqual([expect.stringMatching(/^#小程序:\/\/[^/]+\/送你一份见面礼\/\w+$/)]);
  });

  it('carries the code that the platform drew, with the invitation as its scene', async () => {
    program.tap(zh.referral.openPoster);
    await program.reads(zh.referral.poster);
    const reply = await inviter.call('member', { method: 'referral.mine', input: {}, device: 'desk' });
    const { invitationId } = (reply as { readonly value: InvitationView }).value;
    // The poster's ground is painted before the platform's picture has come.
    const { code } = await readDrawn(() => wechat.drawn('invitation-poster'), 'QR');
    expect(code).toBe(`packages/invite/open/index?scene=${invitationId}`);
  });
});
