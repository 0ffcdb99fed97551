import type { AvatarReviewRow } from '@shared/member/avatar/contract';
import { choosePicture } from './choosePicture';
import type { Stage, View } from './view';

const profile = '/packages/account/profile/index';
const pictures = '/packages/staff/pictures/index';

/** An operator decides whatever picture waits. */
async function decideAll({ shop }: Stage): Promise<void> {
  const { call } = await shop.signIn('operator');
  const reply = (await call('console', { method: 'member.avatarQueue', input: {}, device: 'gallery' })) as {
    value: { rows: AvatarReviewRow[] };
  };
  for (const { avatarId } of reply.value.rows) {
    await call('console', { method: 'member.decideAvatar', input: { avatarId, approve: true, reason: '看过了' }, device: 'gallery' });
  }
}

/** A member's picture on its way, and an operator's look at those that the platform is not sure about. */
export const avatarViews: readonly View[] = [
  {
    name: 'avatar-review',
    person: 'ping',
    route: profile,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.memberAvatar.states.review).waitFor(),
  },
  {
    name: 'avatar-checking',
    person: 'shu',
    route: profile,
    kind: 'state',
    reach: async ({ page, copy }) => {
      await choosePicture(page, copy.memberAvatar.change, [58, 110, 84]);
      await page.getByText(copy.memberAvatar.states.checking).waitFor();
    },
  },
  { name: 'pictures', person: 'operator', route: pictures, kind: 'screen', reach: ({ page, copy }) => lookKey(page, copy).waitFor() },
  {
    name: 'pictures-decide',
    person: 'operator',
    route: pictures,
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await lookKey(page, copy).click();
      await page.getByRole('dialog', { name: copy.memberAvatar.office.sheet }).waitFor();
    },
  },
  {
    name: 'pictures-not-operator',
    person: 'qing',
    route: pictures,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.memberAvatar.office.notOperator).waitFor(),
  },
  {
    name: 'pictures-empty',
    person: 'operator',
    route: pictures,
    kind: 'state',
    reach: async (stage) => {
      await decideAll(stage);
      await stage.page.reload();
      await stage.page.getByText(stage.copy.memberAvatar.office.none).waitFor();
    },
  },
];

function lookKey(page: Stage['page'], copy: Stage['copy']): ReturnType<Stage['page']['getByText']> {
  return page.getByText(copy.memberAvatar.office.look, { exact: true }).first();
}
