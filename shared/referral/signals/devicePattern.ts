import type { Signal } from './signal';

/** They join on the inviter's phone, or on one of another friend of theirs. The name is the phone's own claim, so it only asks. */
export const devicePattern: Signal = {
  code: 'devicePattern',
  score: 60,
  holds: ({ device, inviterDevice, recent }) =>
    device !== null && (device === inviterDevice || recent.some((join) => join.device === device)),
};
