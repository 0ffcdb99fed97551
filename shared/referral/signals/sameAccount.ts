import type { Signal } from './signal';

/** Both earn into one account (a family's, a business's): the reward would be for oneself, so they are one person here. */
export const sameAccount: Signal = {
  code: 'sameAccount',
  score: 100,
  holds: ({ accounts }) => accounts !== undefined && accounts.invitee === accounts.inviter,
};
