import type { Copy } from '../zh';

/** Play. */
export const game: Copy['game'] = {
  title: 'Play',
  teaser: { title: 'The lantern fair is open', note: 'Wheel, nine squares, scratch card: all odds in the open' },
  week: {
    title: 'Games this week',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    count: (count) => (count === 0 ? 'no games' : `${count} ${count === 1 ? 'game' : 'games'}`),
    none: 'Nothing is planned for this day. Look at another.',
    chance: (count) => `gives ${count} ${count === 1 ? 'chance' : 'chances'} to draw`,
    points: (points) => `gives ${points} points`,
  },
  draw: { title: 'Draw' },
  quiz: { title: 'Quiz' },
  riddle: { title: 'Lantern riddles' },
  jigsaw: { title: 'Jigsaw' },
  given: {
    chances: (count) => `${count} ${count === 1 ? 'chance' : 'chances'} to draw, ready to use`,
    points: (points) => `${points} points have arrived`,
    noRoom: 'Today’s chances of this kind are all given, so none was added',
    toDraw: 'To the draws',
  },
  chances: 'Chances come from check-ins, shopping, games and points, never from forwarding.',
};
