import type { View } from './view';

const inbox = '/packages/account/inbox/index';
const notices = '/packages/account/notices/index';

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
    name: 'inbox-none',
    person: 'xiaoman',
    route: inbox,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.message.inbox.none).first().waitFor(),
  },
];
