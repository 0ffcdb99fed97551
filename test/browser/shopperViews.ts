import { redeemTeaSample } from './redeemTeaSample';
import { waitForWarmPages } from './waitForWarmPages';
import { showsText } from './showsText';
import type { Stage, View } from './view';

const home = '/pages/home/index';
const rewards = '/pages/rewards/index';
const teaSample = { zh: '桂花乌龙小罐', en: 'Osmanthus oolong tin' } as const;

const tierOf = ({ page, copy }: Stage): Promise<void> => page.getByRole('button', { name: copy.house.showCode }).first().waitFor();

async function openJoinSheet({ page, copy }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.member.welcome.join }).click();
  await page.getByRole('dialog', { name: copy.member.join.title }).waitFor();
}

async function openRedeemSheet({ page, copy, language }: Stage): Promise<void> {
  await page.getByRole('button', { name: copy.reward.redeemName(teaSample[language]) }).click();
  await page.getByRole('button', { name: copy.reward.confirm }).waitFor();
}

async function cutNetwork({ phone, page, copy }: Stage): Promise<void> {
  await phone.setOffline(true);
  await page.getByText(copy.house.retry).first().waitFor();
}

/** Answers of the cloud that do not come while the view is looked at: what is on the screen until they do. */
async function holdAnswers({ page }: Stage): Promise<void> {
  await page.route('**/fn/**', () => undefined);
  await page.evaluate(() => {
    // An answer that is still under way must not put back what is taken away here.
    Storage.prototype.setItem = () => undefined;
    for (const name of Object.keys(sessionStorage)) if (name.startsWith('lantern.person.')) sessionStorage.removeItem(name);
  });
  await page.reload();
}

/** Before joining. */
const newcomerViews: readonly View[] = [
  { name: 'person-sheet', person: null, route: home, kind: 'screen', reach: ({ page }) => page.getByRole('dialog').waitFor() },
  { name: 'home-welcome', person: 'newcomer', route: home, kind: 'screen', reach: showsText(({ copy }) => copy.member.welcome.title) },
  { name: 'home-join', person: 'newcomer', route: home, kind: 'screen', reach: openJoinSheet },
  {
    name: 'rewards-not-joined',
    person: 'newcomer',
    route: rewards,
    kind: 'state',
    reach: showsText(({ language }) => teaSample[language]),
  },
  {
    name: 'code-not-joined',
    person: 'newcomer',
    route: '/pages/code/index',
    kind: 'state',
    reach: showsText(({ copy }) => copy.member.code.joinFirst),
  },
  {
    name: 'mine-not-joined',
    person: 'newcomer',
    route: '/pages/mine/index',
    kind: 'state',
    reach: showsText(({ copy }) => copy.member.mine.notJoined),
  },
];

/** A member's screens, each as it opens. */
const memberScreens: readonly View[] = [
  { name: 'home', person: 'xiaoman', route: home, kind: 'screen', reach: tierOf },
  {
    name: 'play',
    person: 'xiaoman',
    route: '/pages/play/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.gameDraw.pools.enter),
  },
  { name: 'rewards', person: 'xiaoman', route: rewards, kind: 'screen', reach: showsText(({ language }) => teaSample[language]) },
  { name: 'mine', person: 'xiaoman', route: '/pages/mine/index', kind: 'screen', reach: showsText(({ copy }) => copy.member.mine.wallet) },
  { name: 'code', person: 'xiaoman', route: '/pages/code/index', kind: 'screen', reach: showsText(({ copy }) => copy.member.code.works) },
  {
    name: 'statement',
    person: 'xiaoman',
    route: '/packages/wallet/statement/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.ledger.kinds.accrual),
  },
  {
    name: 'calendar',
    person: 'xiaoman',
    route: '/packages/wallet/calendar/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.checkin.title),
  },
  {
    name: 'calendar-make-up',
    person: 'xiaoman',
    route: '/packages/wallet/calendar/index',
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page
        .getByRole('button', { name: new RegExp(copy.checkin.makeUp.open) })
        .first()
        .click();
      await page.getByText(copy.checkin.makeUp.reach).waitFor();
    },
  },
  {
    name: 'profile',
    person: 'xiaoman',
    route: '/packages/account/profile/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.member.profile.joined),
  },
  {
    name: 'privacy',
    person: 'xiaoman',
    route: '/packages/account/privacy/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.memberPrivacy.lead),
  },
];

/** What becomes of those screens, in an order in which each finds what it needs. */
const memberStates: readonly View[] = [
  {
    name: 'home-waiting',
    person: 'xiaoman',
    route: home,
    kind: 'state',
    reach: async (stage) => {
      await holdAnswers(stage);
      await stage.page.getByText(stage.copy.house.loading).first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'home-checked-in',
    person: 'xiaoman',
    route: home,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.checkin.perform(0).replace(/ ?0.*/, '') }).click();
      await page.getByText(copy.checkin.done).waitFor();
    },
  },
  {
    name: 'home-offline',
    person: 'xiaoman',
    route: home,
    kind: 'state',
    reach: async (stage) => {
      await tierOf(stage);
      await cutNetwork(stage);
    },
  },
  {
    name: 'code-offline',
    person: 'xiaoman',
    route: home,
    kind: 'state',
    reach: async (stage) => {
      await waitForWarmPages(stage.page);
      await stage.phone.setOffline(true);
      await stage.page.getByRole('button', { name: stage.copy.house.showCode }).first().click();
      await stage.page.getByText(stage.copy.member.code.works).waitFor();
    },
  },
  { name: 'rewards-ask', person: 'xiaoman', route: rewards, kind: 'screen', reach: openRedeemSheet },
  {
    name: 'rewards-done',
    person: 'xiaoman',
    route: rewards,
    kind: 'state',
    reach: async (stage) => {
      await openRedeemSheet(stage);
      await stage.page.getByRole('button', { name: stage.copy.reward.confirm }).click();
      await stage.page.getByRole('button', { name: stage.copy.reward.showOf.goods }).waitFor();
    },
  },
  {
    name: 'rewards-mine',
    person: 'xiaoman',
    route: rewards,
    kind: 'screen',
    reach: async ({ page, copy, shop }) => {
      await redeemTeaSample(shop);
      await page.getByRole('tab', { name: copy.reward.mine }).click();
      await page.getByText(copy.reward.waiting).first().waitFor();
    },
  },
  {
    name: 'pickup',
    person: 'xiaoman',
    route: rewards,
    kind: 'screen',
    reach: async ({ page, copy, language }) => {
      await page.getByRole('tab', { name: copy.reward.mine }).click();
      await page.getByRole('button', { name: teaSample[language] }).first().click();
      await page.getByRole('img', { name: copy.reward.pickup.qr }).waitFor();
    },
  },
  {
    name: 'mine-renew',
    person: 'xiaoman',
    route: '/pages/mine/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.member.mine.renew).click();
      await page.getByText(copy.member.mine.renewAsk).waitFor();
    },
  },
];

/** Everything a shopper can come to see, in the order it should be visited. */
export const shopperViews: readonly View[] = [...newcomerViews, ...memberScreens, ...memberStates];
