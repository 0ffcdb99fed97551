import type { Copy } from '../zh';

/** Lantern riddles. */
export const gameRiddle: Copy['gameRiddle'] = {
  title: 'Lantern riddles',
  solved: (solved, all) => `${solved} of ${all} solved`,
  rules: (tries, points) =>
    `${tries} guesses each, a hint costs ${points} points. Answer in Chinese or English; signs and blanks do not matter.`,
  category: (category) => `(${category})`,
  place: (place) => `Riddle ${place}`,
  reward: { chance: (count) => `${count} ${count === 1 ? 'chance' : 'chances'}`, points: (points) => `${points} points` },
  states: { open: 'Open', solved: 'Solved', missed: 'Revealed' },
  triesLeft: (left) => `${left} ${left === 1 ? 'guess' : 'guesses'} left`,
  answer: 'Your answer',
  answerHint: 'Write your guess',
  guess: 'Guess this',
  write: 'Write an answer first',
  wrong: (text) => `Not “${text}”; think again`,
  tried: (texts) => `Tried: ${texts}`,
  hints: 'Hints',
  hint: (points) => `A hint for ${points} points`,
  solution: (answer) => `The answer: ${answer}`,
  right: 'Right',
  missed: 'Not this time',
  next: 'Next riddle',
  more: 'More riddles',
  empty: 'The riddles are not hung yet',
  emptyNote: 'Come back in a few days.',
  toList: 'Back to the riddles',
};
