import type { Copy } from '../zh';

/** Giving points to a cause. */
export const rewardCause: Copy['rewardCause'] = {
  title: 'Give points',
  lead: 'Join, and your points can help where they are needed',
  none: 'No cause at the moment',
  noneNote: 'New ones will be found here',
  given: 'points from everybody',
  mine: 'points from you',
  amount: 'How much',
  points: (points) => `${points} pts`,
  give: (points) => `Give ${points} points`,
  giveTo: (name) => `Give to ${name}`,
  ask: (name) => `Give to “${name}”`,
  askNote: (points, left) => `You give ${points} points and keep ${left}.`,
  final: 'Points given do not come back.',
  confirm: 'Give now',
  thanks: (points) => `Thank you: ${points} points have been given.`,
};
