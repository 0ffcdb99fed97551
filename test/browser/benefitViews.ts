import { showsText } from './showsText';
import type { View } from './view';

/** What a card brings besides points: tiers, causes, the race, paid cards. */
export const benefitViews: readonly View[] = [
  {
    name: 'tier',
    person: 'xiaoman',
    route: '/packages/account/tier/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.tier.history),
  },
  {
    name: 'causes',
    person: 'xiaoman',
    route: '/packages/account/causes/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.rewardCause.mine),
  },
  {
    name: 'causes-given',
    person: 'xiaoman',
    route: '/packages/account/causes/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page
        .getByRole('button', { name: copy.rewardCause.giveTo('') })
        .first()
        .click();
      await page.getByRole('button', { name: copy.rewardCause.confirm }).click();
      await page.getByText(copy.rewardCause.thanks('100')).first().waitFor();
    },
  },
  {
    name: 'race',
    person: 'xiaoman',
    route: '/packages/account/race/index',
    kind: 'screen',
    reach: showsText(({ copy }) => copy.ledgerRace.prizes),
  },
  {
    name: 'race-last',
    person: 'xiaoman',
    route: '/packages/account/race/index',
    kind: 'state',
    reach: async ({ page, copy }) => {
      await page.getByRole('tab', { name: copy.ledgerRace.which.last }).click();
      await page.getByText(copy.ledgerRace.board).waitFor();
    },
  },
  {
    name: 'mine-face',
    person: 'xiaoman',
    route: '/pages/mine/index',
    kind: 'screen',
    reach: async ({ page, copy }) => {
      await page.getByText(copy.memberFace.title).first().click();
      await page.getByRole('radio', { name: copy.memberFace.names.celadon }).click();
      await page.getByRole('radio', { name: copy.memberFace.names.celadon, checked: true }).waitFor();
    },
  },
];
