import type { Stage, View } from './view';

const inbox = '/packages/account/inbox/index';
const notices = '/packages/account/notices/index';

/** What the demo shop's members were greeted with. */
const festival = { zh: /灯火之夜/, en: /Lamp evening/ } as const;

/** Somebody who works here and has a card of their own, new: nothing was ever told to them. Gives their calls. */
async function joinAs({ page, shop, copy }: Stage): Promise<(method: string, input: object) => Promise<unknown>> {
  const { call } = await shop.signIn('operator2');
  const send = (method: string, input: object): Promise<unknown> => call('member', { method, input, device: 'views-device-02' });
  await send('member.join', { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false, nickname: '复核' });
  // The phone has to learn of it: the first screen asks anew whenever it is shown.
  await page.goto(`${shop.address}/#/pages/home/index`);
  await page.getByText(copy.member.shortcuts.statement).first().waitFor();
  return send;
}

/** What a member is told, and how it is asked for and stopped. */
export const messageViews: readonly View[] = [
  {
    name: 'notices',
    person: 'xiaoman',
    route: notices,
    kind: 'screen',
    reach: ({ page, copy }) => page.getByText(copy.message.settings.inboxOnly).first().waitFor(),
  },
  {
    name: 'notices-asked',
    person: 'xiaoman',
    route: notices,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.message.ask.act }).click();
      await page.getByText(copy.message.ask.cannot.browser).waitFor();
    },
  },
  {
    name: 'notices-off',
    person: 'xiaoman',
    route: notices,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('switch').last().click();
      await page.getByText(copy.message.settings.off).waitFor();
    },
  },
  {
    name: 'inbox',
    person: 'xiaoman',
    route: inbox,
    kind: 'screen',
    reach: ({ page, language }) => page.getByRole('button', { name: festival[language] }).first().waitFor(),
  },
  {
    name: 'inbox-message',
    person: 'xiaoman',
    route: inbox,
    kind: 'state',
    reach: async ({ page, language }) => {
      await page.getByRole('button', { name: festival[language] }).first().click();
      await page.getByRole('dialog', { name: festival[language] }).waitFor();
    },
  },
  {
    name: 'inbox-none',
    person: 'operator2',
    route: inbox,
    kind: 'state',
    reach: async (stage) => {
      await joinAs(stage);
      await stage.page.goto(`${stage.shop.address}/#${inbox}`);
      await stage.page.getByText(stage.copy.message.inbox.none).first().waitFor();
    },
  },
  {
    name: 'profile-phone',
    person: 'operator2',
    route: '/packages/account/profile/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.member.phone.giveDemo }).click();
      await page.getByText(copy.member.phone.verified).waitFor();
    },
  },
  {
    name: 'home-new-message',
    person: 'operator2',
    route: '/pages/home/index',
    kind: 'state',
    reach: async (stage) => {
      const { page, shop } = stage;
      const call = await joinAs(stage);
      await call('member.requestExport', {});
      for (const job of ['exportMembers', 'sendOutbox']) await shop.runTimer('jobs', job);
      await page.reload();
      await page.getByRole('dialog').waitFor();
    },
  },
];
