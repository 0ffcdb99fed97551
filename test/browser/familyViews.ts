import type { Caller, Shop } from './openShop';
import type { View } from './view';

const route = '/packages/account/family/index';
const holder = 'xiaoman';
/** Somebody of the demo who has no card yet and whose own screens are other people's business. */
const guest = 'qing';

const consent = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false, nickname: '阿青' };

async function ask({ call }: Caller, method: string, input: object): Promise<unknown> {
  return ((await call('member', { method, input, device: 'gallery' })) as { readonly value?: unknown }).value;
}

/** Lets the holder invite by a call of their own, and the guest open a card; gives the code. */
async function invitation(shop: Shop): Promise<string> {
  await ask(await shop.signIn(guest), 'member.join', consent);
  const invite = await ask(await shop.signIn(holder), 'family.invite', { key: 'gallery-invite' });
  return (invite as { readonly code: string }).code;
}

/** The guest shares the holder's account, if not already. */
async function share(shop: Shop): Promise<void> {
  await ask(await shop.signIn(guest), 'family.join', { code: await invitation(shop) });
}

/** Several people, one account: as its holder, as who is invited, as one of its people. */
export const familyViews: readonly View[] = [
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
    name: 'family-invited',
    person: holder,
    route,
    kind: 'state',
    reach: ({ page, copy }) => page.getByRole('button', { name: copy.family.copy }).waitFor(),
  },
  {
    name: 'family',
    person: holder,
    route,
    kind: 'screen',
    reach: async ({ page, shop, copy }) => {
      await share(shop);
      await page.reload();
      await page.getByText(copy.family.holder).waitFor();
    },
  },
  {
    name: 'family-remove',
    person: holder,
    route,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page
        .getByRole('button', { name: copy.family.removeName('') })
        .first()
        .click();
      await page.getByRole('button', { name: copy.family.removeDo }).waitFor();
    },
  },
  {
    name: 'family-shared',
    person: guest,
    route,
    kind: 'screen',
    reach: async ({ page, shop, copy }) => {
      await share(shop);
      await page.reload();
      await page.getByRole('button', { name: copy.family.leave }).waitFor();
    },
  },
];
