import type { Copy } from '../zh';

/** Play. */
export const game: Copy['game'] = {
  title: 'Play',
  lead: 'We are still hanging the lanterns',
  note: 'None of this is open yet. Rules, prizes and odds will be published before it is.',
  teaser: { title: 'A lantern fair is coming', note: 'Wheel, quiz, riddles and jigsaws: rules first, then doors' },
  soon: 'In preparation',
  draw: { title: 'Lantern wheel', note: 'Odds and stock in the open; check your own draws' },
  quiz: { title: 'Quiz', note: 'Right answers give chances to draw' },
  riddle: { title: 'Lantern riddles', note: 'Hints are there when you are stuck' },
  jigsaw: { title: 'Jigsaw', note: 'Put a lantern fair together' },
  chances: 'Chances come from check-ins, shopping and quizzes only, never from forwarding.',
  act: 'Check in meanwhile',
};
