import type { Stage, View } from './view';

/** Somebody whose card was opened this minute: nothing redeemed, nothing used. */
const fresh = 'operator2';

async function openCard({ shop, page }: Stage): Promise<void> {
  const { call } = await shop.signIn(fresh);
  const send = (method: string, input: object): Promise<unknown> => call('member', { method, input, device: 'gallery' });
  const { value } = (await send('member.home', { codeVersionHeld: 0 })) as { readonly value: { readonly consentVersion?: string } };
  const agreed = { consented: true, ageConfirmed: true, marketing: false };
  if (value.consentVersion !== undefined) await send('member.join', { consentVersion: value.consentVersion, ...agreed });
  await page.reload();
}

/** Lists that have nothing to show yet. */
export const emptyViews: readonly View[] = [
  {
    name: 'rewards-mine-empty',
    person: fresh,
    route: '/pages/rewards/index',
    kind: 'state',
    reach: async (stage) => {
      await openCard(stage);
      await stage.page.getByRole('tab', { name: stage.copy.reward.mine }).click();
      await stage.page.getByText(stage.copy.reward.mineNone).waitFor();
    },
  },
  {
    name: 'vouchers-used-empty',
    person: fresh,
    route: '/packages/wallet/vouchers/index',
    kind: 'state',
    reach: async (stage) => {
      await openCard(stage);
      await stage.page.getByRole('tab', { name: stage.copy.voucher.tabs.used }).click();
      await stage.page.getByText(stage.copy.voucher.usedNone).waitFor();
    },
  },
];
