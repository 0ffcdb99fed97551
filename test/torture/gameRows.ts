const named = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const always = { from: '2026-11-01', to: '2036-11-30' } as const;
const numbers = [1, 2, 3, 4, 5, 6] as const;

/** Games of few questions and small boards, so that many are played to their end. */
export const gameRows = {
  quizzes: [
    {
      ...{ id: 'lore', name: named('lore'), ...always, questions: 2, seconds: 300, pass: 1, perDay: 3 },
      reward: { kind: 'chance', count: 1 },
    },
  ],
  quizQuestions: numbers.map((n) => ({
    ...{ quiz: 'lore', id: `q${n}`, text: named(`What is ${n}?`), answer: 1 + (n % 2), explanation: named('so it is') },
    options: [named('one'), named('two')],
  })),
  riddleFestivals: [{ id: 'wall', name: named('wall'), ...always, tries: 3, hintPoints: 3, reward: { kind: 'points', points: 4 } }],
  riddles: numbers.map((n) => ({
    ...{ festival: 'wall', id: `r${n}`, place: n, text: named(`riddle ${n}`), category: named('a number'), answers: [`answer ${n}`] },
    ...{ hints: [named('a hint'), named('another')], explanation: named('so it is') },
    ...(n < 3 ? { reward: { kind: 'chance', count: 1 } } : {}),
  })),
  jigsaws: [
    {
      id: 'night',
      name: named('night'),
      ...always,
      picture: 'boat',
      size: 3,
      seconds: 3600,
      perDay: 3,
      reward: { kind: 'chance', count: 1 },
    },
    {
      id: 'snow',
      name: named('snow'),
      ...always,
      picture: 'snow',
      size: 3,
      seconds: 3600,
      perDay: 2,
      reward: { kind: 'points', points: 6 },
    },
  ],
};
