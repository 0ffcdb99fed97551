import type { Signal } from './signal';

/** Somebody invites themselves: both identities are one. */
export const sameIdentity: Signal = {
  code: 'sameIdentity',
  score: 100,
  holds: ({ inviteeHash, inviterHash }) => inviteeHash === inviterHash,
};
