import type { GroupView } from '@shared/store/groupContract';
import { openShop, type Caller, type Shop } from '../browser/openShop';
import { words } from '../browser/words';
import { openMiniProgram, type MiniProgram } from './openMiniProgram';
import { standInForWechat } from './standInForWechat';

const zh = words('zh');
const group = 'westlake-tea';
const device = 'desk';

describe('ways into the mini-program as WeChat gets it, while it is running', () => {
  let shop: Shop;
  let newcomer: Caller;
  let program: MiniProgram;

  beforeAll(async () => {
    shop = await openShop();
    newcomer = await shop.signIn('newcomer');
    program = openMiniProgram(standInForWechat(newcomer.call));
  });

  afterAll(() => shop.close());

  /** How many members the group's code has brought; what was counted may be half a minute old. */
  async function brought(): Promise<number> {
    await shop.advanceClock(60_000);
    const clerk = await shop.signIn('qing');
    const reply = await clerk.call('staff', { method: 'store.groups', input: {}, device });
    return (
      (reply as { readonly value: { readonly groups: readonly GroupView[] } }).value.groups.find(({ id }) => id === group)?.joined ?? NaN
    );
  }

  it('a group’s code that is scanned while the app is open counts for whoever joins then', async () => {
    const before = await brought();
    program.show('pages/home/index');
    await program.reads(zh.member.welcome.join);
    program.enter('pages/home/index', { scene: `g.${group}` });
    await program.reads(zh.member.welcome.join);
    program.tap(zh.member.welcome.join);
    await program.reads(zh.member.join.title);
    program.tap(zh.member.join.consent);
    program.tap(zh.member.join.age);
    await program.lacks(zh.member.join.need);
    program.tap(zh.member.join.submit);
    await program.reads(zh.member.tierMember('萤火'));
    expect(await brought()).toBe(before + 1);
  });

  it('an invitation that is opened while the app is open is opened for its inviter', async () => {
    const inviter = await shop.signIn('xiaoman');
    const reply = await inviter.call('member', { method: 'referral.mine', input: {}, device });
    const { invitationId } = (reply as { readonly value: { readonly invitationId: string } }).value;
    program.enter('packages/invite/open/index', { scene: invitationId, way: 'link' });
    await program.reads(zh.referral.open.memberNote);
  });

  it('WeChat’s phone number key gives the page a code, which the cloud opens; saying no takes nothing away', async () => {
    program.show('packages/account/profile/index');
    await program.reads(zh.member.phone.none);
    program.answer(zh.member.phone.give, 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
    await program.reads(zh.member.phone.none);
    program.answer(zh.member.phone.give, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: await newcomer.phoneCode() });
    await program.reads(zh.member.phone.verified);
    expect(program.text()).toMatch(/170\*{4}\d{4}/);
  });
});
