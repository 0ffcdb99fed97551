import type { Signal } from './signal';

/** They are no new member: they have a card, or gave one back less than twelve months ago. */
export const existingMember: Signal = {
  code: 'existingMember',
  score: 100,
  holds: ({ knownBefore }) => knownBefore,
};
