import type { InvitationView, ReviewRow } from '@shared/referral/contract';
import type { Stage, View } from './view';

const reviews = '/packages/staff/reviews/index';
const mine = '/pages/mine/index';

/** The inviter says what happened about a friend who was refused; once is enough for all views. */
async function appeal({ shop }: Stage): Promise<void> {
  const { call } = await shop.signIn('xiaoman');
  const reply = (await call('member', { method: 'referral.mine', input: {}, device: 'gallery' })) as { value: InvitationView };
  const friend = reply.value.friends.find(({ canAppeal }) => canAppeal);
  if (friend === undefined) return;
  const input = { key: `appeal-${friend.id}`, friend: friend.id, words: '我们是室友，用同一部平板开的卡。' };
  await call('member', { method: 'referral.appeal', input, device: 'gallery' });
}

/** An operator refuses whatever waits. */
async function decideAll({ shop }: Stage): Promise<void> {
  const { call } = await shop.signIn('operator');
  const reply = (await call('console', { method: 'referral.queue', input: {}, device: 'gallery' })) as { value: { rows: ReviewRow[] } };
  for (const { friend } of reply.value.rows) {
    await call('console', { method: 'referral.review', input: { friend, approve: false, reason: '看过了' }, device: 'gallery' });
  }
}

async function openFilled(stage: Stage): Promise<void> {
  const { page, copy } = stage;
  await appeal(stage);
  await page.reload();
  await page.getByText(copy.referralReview.appeal).waitFor();
}

async function openSheet(stage: Stage): Promise<void> {
  const { page, copy } = stage;
  await page.getByRole('button', { name: copy.referralReview.look }).first().click();
  await page.getByRole('dialog', { name: copy.referralReview.sheet }).waitFor();
}

/** An operator's review of invitations: what waits, the sheet that decides, nothing left, and who may not. */
export const reviewViews: readonly View[] = [
  {
    name: 'operator-mine',
    person: 'operator',
    route: mine,
    kind: 'state',
    reach: ({ page, copy }) => page.getByRole('button', { name: copy.referralReview.title }).waitFor(),
  },
  { name: 'reviews', person: 'operator', route: reviews, kind: 'screen', reach: openFilled },
  { name: 'reviews-decide', person: 'operator', route: reviews, kind: 'screen', reach: openSheet },
  {
    name: 'reviews-not-operator',
    person: 'qing',
    route: reviews,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.referralReview.notOperator).waitFor(),
  },
  {
    name: 'reviews-empty',
    person: 'operator',
    route: reviews,
    kind: 'state',
    reach: async (stage) => {
      const { page, copy } = stage;
      await decideAll(stage);
      await page.reload();
      await page.getByText(copy.referralReview.none).waitFor();
    },
  },
];
