import { showsText } from './showsText';
import type { Stage, View } from './view';

const mine = '/packages/invite/mine/index';
const opening = '/packages/invite/open/index';

/** The id of the demo shopper's own invitation. */
async function invitationOf({ shop }: Stage): Promise<string> {
  const { call } = await shop.signIn('xiaoman');
  const reply = (await call('member', { method: 'referral.mine', input: {}, device: 'gallery' })) as { value: { invitationId: string } };
  return reply.value.invitationId;
}

async function openInvitation(stage: Stage, more = ''): Promise<void> {
  await stage.page.goto(`${stage.shop.address}/#${opening}?scene=${await invitationOf(stage)}${more}`);
}

async function openPoster({ page, copy }: Stage, design: 'lantern' | 'night' | 'paper'): Promise<void> {
  await page.getByRole('button', { name: copy.referral.openPoster }).click();
  await page.getByRole('radio', { name: copy.referral.designs[design] }).click();
  await page.getByRole('img', { name: copy.referral.posterPicture }).waitFor();
}

/** Inviting: the page, the posters, each friend's steps, and what whoever opens it sees. */
export const referralViews: readonly View[] = [
  { name: 'invite', person: 'xiaoman', route: mine, kind: 'screen', reach: showsText(({ copy }) => copy.referral.friends) },
  {
    name: 'invite-friends',
    person: 'xiaoman',
    route: mine,
    kind: 'screen',
    reach: async ({ page }) => {
      await page.locator('.friend-row').first().waitFor();
      await page.locator('.friend-row').last().scrollIntoViewIfNeeded();
    },
  },
  ...(['lantern', 'night', 'paper'] as const).map((design): View => {
    const kind = design === 'lantern' ? 'screen' : 'state';
    return { name: `invite-poster-${design}`, person: 'xiaoman', route: mine, kind, reach: (stage) => openPoster(stage, design) };
  }),
  {
    name: 'invite-link',
    person: 'xiaoman',
    route: mine,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.referral.copy }).click();
      await page.locator('.link-key__url').waitFor();
    },
  },
  {
    name: 'invite-appeal',
    person: 'xiaoman',
    route: mine,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByRole('button', { name: copy.referral.appeal, exact: true }).first().click();
      await page.getByRole('dialog', { name: copy.referral.appealTitle }).waitFor();
    },
  },
  { name: 'invite-not-joined', person: 'newcomer', route: mine, kind: 'state', reach: showsText(({ copy }) => copy.referral.joinFirst) },
  {
    name: 'invitation',
    person: 'newcomer',
    route: mine,
    kind: 'screen',
    reach: async (stage) => {
      await openInvitation(stage);
      await stage.page.getByText(stage.copy.referral.open.privacy).waitFor();
    },
  },
  {
    name: 'invitation-own',
    person: 'xiaoman',
    route: mine,
    kind: 'state',
    reach: async (stage) => {
      await openInvitation(stage);
      await stage.page.getByText(stage.copy.referral.open.ownNote).waitFor();
    },
  },
  {
    name: 'invitation-ended',
    person: 'newcomer',
    route: `${opening}?scene=000000000000`,
    kind: 'state',
    reach: showsText(({ copy }) => copy.referral.open.ended),
  },
  {
    name: 'invitation-moments',
    person: 'newcomer',
    route: mine,
    kind: 'state',
    reach: async (stage) => {
      await openInvitation(stage, '&single=1');
      await stage.page.getByText(stage.copy.referral.open.singleNote).waitFor();
    },
  },
];
