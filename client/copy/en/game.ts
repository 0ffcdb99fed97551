import type { Copy } from '../zh';

/** Play. */
export const game: Copy['game'] = {
  title: 'Play',
  teaser: { title: 'The lantern fair is open', note: 'Wheel, nine squares, scratch card: all odds in the open' },
  soon: 'In preparation',
  draw: { title: 'Draw' },
  quiz: { title: 'Quiz', note: 'Right answers give chances to draw' },
  riddle: { title: 'Lantern riddles', note: 'Hints are there when you are stuck' },
  jigsaw: { title: 'Jigsaw', note: 'Put a lantern fair together' },
  chances: 'Chances come from check-ins, shopping, quizzes and points, never from forwarding.',
};
