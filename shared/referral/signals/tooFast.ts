import type { Signal } from './signal';

/** Friends of one inviter who may join within an hour before somebody looks. */
const joinsMax = 5;
const withinMs = 3_600_000;

/** More friends of one inviter join within an hour than people bring by word of mouth. */
export const tooFast: Signal = {
  code: 'tooFast',
  score: 40,
  holds: ({ recent, at }) => recent.filter((join) => at - join.at < withinMs).length >= joinsMax,
};
