import type { CollectionDeclaration } from './collectionDeclaration';

/** Quizzes, riddles and jigsaws, and what members did with them. */
export const gameCollections: readonly CollectionDeclaration[] = [
  { name: 'quizzes', indexes: [] },
  { name: 'quizQuestions', indexes: [{ name: 'quizId', keys: { quizId: 1 } }] },
  {
    name: 'quizRounds',
    indexes: [
      { name: 'memberQuizDay', keys: { memberId: 1, quizId: 1, day: 1 } },
      { name: 'memberKey', keys: { memberId: 1, key: 1 } },
    ],
  },
  { name: 'riddleFestivals', indexes: [] },
  { name: 'riddles', indexes: [{ name: 'festivalPlace', keys: { festivalId: 1, place: 1 } }] },
  { name: 'jigsaws', indexes: [] },
  {
    name: 'jigsawAttempts',
    indexes: [
      { name: 'memberJigsawDay', keys: { memberId: 1, jigsawId: 1, day: 1 } },
      { name: 'memberKey', keys: { memberId: 1, key: 1 } },
    ],
  },
  {
    name: 'jigsawTimes',
    indexes: [
      { name: 'raceMs', keys: { race: 1, ms: 1, at: 1 } },
      { name: 'memberId', keys: { memberId: 1 } },
    ],
  },
  { name: 'riddleStates', indexes: [{ name: 'memberFestival', keys: { memberId: 1, festivalId: 1 } }] },
];
