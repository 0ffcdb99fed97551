import type { Signal } from './signal';

/** The invitee had invited the inviter before, or whoever invited them: a circle in which everybody is new in turn. */
export const loop: Signal = {
  code: 'loop',
  score: 100,
  holds: ({ inviteeHash, inviterChain }) => inviterChain.includes(inviteeHash),
};
