import type { View } from './view';

const privacy = '/packages/account/privacy/index';

/** Export and leaving, in the order in which they happen; the last view has stayed after all. */
export const rightsViews: readonly View[] = [
  {
    name: 'rights',
    person: 'xiaoman',
    route: privacy,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.memberRights.exportAsk }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'rights-leave-ask',
    person: 'xiaoman',
    route: privacy,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.memberRights.leave }).click();
      await page.getByRole('button', { name: copy.memberRights.leaveDo }).waitFor();
    },
  },
  {
    name: 'rights-leaving',
    person: 'xiaoman',
    route: privacy,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.memberRights.leave }).click();
      await page.getByRole('button', { name: copy.memberRights.leaveDo }).click();
      await page.getByRole('button', { name: copy.memberRights.leave }).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'home-leaving',
    person: 'xiaoman',
    route: '/pages/home/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.memberRights.stay }).waitFor();
    },
  },
  {
    name: 'home-stayed',
    person: 'xiaoman',
    route: '/pages/home/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.memberRights.stay }).click();
      await page.getByRole('button', { name: copy.memberRights.stay }).waitFor({ state: 'detached' });
    },
  },
];
