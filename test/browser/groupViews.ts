import type { Stage, View } from './view';

const groups = '/packages/staff/groups/index';
const name = { zh: /西湖茶友群/, en: /West Lake tea friends/ } as const;

async function openFirst({ page, language }: Stage): Promise<void> {
  await page.getByRole('button', { name: name[language] }).click();
  await page.getByRole('img', { name: name[language] }).waitFor();
}

/** Groups: what each has brought, one with its code and posts, and a shop without posts for its group. */
export const groupViews: readonly View[] = [
  {
    name: 'groups',
    person: 'qing',
    route: groups,
    kind: 'screen',
    reach: async ({ page, language }) => {
      await page.getByRole('button', { name: name[language] }).waitFor();
    },
  },
  { name: 'group-kit', person: 'qing', route: groups, kind: 'screen', reach: openFirst },
  {
    name: 'group-copied',
    person: 'qing',
    route: groups,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await openFirst(stage);
      await page.context().grantPermissions(['clipboard-write']);
      await page.getByRole('button', { name: copy.storeGroup.copy, exact: true }).first().click();
      await page.getByText(copy.storeGroup.copied).first().waitFor();
    },
  },
  {
    name: 'group-no-posts',
    person: 'qing',
    route: groups,
    kind: 'state',
    reach: async ({ page, copy, language }) => {
      const friends = language === 'zh' ? /灯火老朋友/ : /Friends of Lantern/;
      await page.getByRole('button', { name: friends }).click();
      await page.getByRole('img', { name: friends }).waitFor();
      await page.getByText(copy.storeGroup.noPosts).waitFor();
    },
  },
];
