import type { Shop } from './openShop';
import { showsText } from './showsText';
import type { View } from './view';

const route = '/packages/account/family/index';
/** The demo shop's household: who holds the account, and who shares it by their nickname too. */
const [holder, sharer] = ['ping', { id: 'shu', nickname: '大树' }] as const;
/** Somebody with an account of their own. */
const guest = 'qing';

/** The holder's open invitation; one more where it has run out by now. Gives its code. */
async function invitation(shop: Shop): Promise<string> {
  const { call } = await shop.signIn(holder);
  const answer = await call('member', { method: 'family.invite', input: { key: 'gallery-invite' }, device: 'gallery' });
  return (answer as { readonly value: { readonly code: string } }).value.code;
}

/** Several people, one account: as nobody has it yet, as who is invited, as its holder, as one of its people. */
export const familyViews: readonly View[] = [
  { name: 'family-alone', person: 'xiaoman', route, kind: 'state', reach: showsText(({ copy }) => copy.family.aloneNote) },
  {
    name: 'family-offer',
    person: guest,
    route,
    kind: 'state',
    reach: async ({ page, shop, copy }) => {
      const code = await invitation(shop);
      await page.goto('about:blank');
      await page.goto(`${shop.address}/#${route}?code=${code}`);
      await page.getByRole('button', { name: copy.family.join }).waitFor();
    },
  },
  {
    name: 'family',
    person: holder,
    route,
    kind: 'screen',
    reach: async ({ page, shop, copy }) => {
      await invitation(shop);
      await page.reload();
      await page.getByText(sharer.nickname).waitFor();
      await page.getByRole('button', { name: copy.family.copy }).waitFor();
    },
  },
  {
    name: 'family-remove',
    person: holder,
    route,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.family.removeName(sharer.nickname) }).click();
      await page.getByRole('button', { name: copy.family.removeDo }).waitFor();
    },
  },
  { name: 'family-shared', person: sharer.id, route, kind: 'screen', reach: showsText(({ copy }) => copy.family.leave) },
];
