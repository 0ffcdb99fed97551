import type { Signal } from './signal';

/** Both have verified the same phone number: one person, two identities. */
export const samePhone: Signal = {
  code: 'samePhone',
  score: 100,
  holds: ({ phones }) => phones.invitee !== null && phones.invitee === phones.inviter,
};
