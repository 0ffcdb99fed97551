import type { Stage, View } from './view';

const quiz = '/packages/games/quiz/index?quiz=lantern-lore';
const jigsaw = '/packages/games/jigsaw/index?jigsaw=fair-night';
const riddles = '/packages/games/riddle/index?riddle=lantern-riddles';

/** Begins or goes on; a question of an earlier view whose time is over has given itself up, and then its verdict shows. */
async function beginQuiz({ page, copy }: Stage): Promise<void> {
  const words = copy.gameQuiz;
  await page.getByRole('button', { name: new RegExp(`^(${words.begin}|${words.goOn})$`) }).click();
  await page
    .getByRole('timer')
    .or(page.getByRole('button', { name: words.next }))
    .first()
    .waitFor();
}

/** Answers the question that is shown, rightly or not. */
async function answerQuestion(stage: Stage): Promise<void> {
  const { page, copy } = stage;
  await beginQuiz(stage);
  const next = page.getByRole('button', { name: copy.gameQuiz.next });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: /^A/ }).first().click();
  await next.waitFor();
}

async function openRiddle({ page, copy }: Stage, place: number): Promise<void> {
  await page.getByText(copy.gameRiddle.place(place), { exact: true }).first().click();
  await page.getByRole('dialog', { name: copy.gameRiddle.place(place) }).waitFor();
}

async function guessRiddle(stage: Stage, place: number, answer: string): Promise<void> {
  const { page, copy } = stage;
  await openRiddle(stage, place);
  await page.getByRole('textbox', { name: copy.gameRiddle.answer }).fill(answer);
  await page.getByRole('button', { name: copy.gameRiddle.guess }).click();
}

async function beginJigsaw({ page, copy }: Stage): Promise<void> {
  const words = copy.gameJigsaw;
  await page.getByRole('button', { name: new RegExp(`^(${words.begin}|${words.goOn})$`) }).click();
  await page.getByRole('group', { name: words.board }).waitFor();
}

/** Quiz, riddles and jigsaw: each as it opens, and what becomes of it. */
export const playViews: readonly View[] = [
  {
    name: 'quiz',
    person: 'xiaoman',
    route: quiz,
    kind: 'screen',
    reach: ({ page, copy }) => page.getByText(copy.gameQuiz.rules).waitFor(),
  },
  { name: 'quiz-question', person: 'xiaoman', route: quiz, kind: 'screen', reach: beginQuiz },
  { name: 'quiz-verdict', person: 'xiaoman', route: quiz, kind: 'screen', reach: answerQuestion },
  {
    name: 'quiz-not-joined',
    person: 'newcomer',
    route: quiz,
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.gameQuiz.rules).waitFor(),
  },
  {
    name: 'quiz-unknown',
    person: 'xiaoman',
    route: quiz.replace('lantern-lore', 'none'),
    kind: 'state',
    reach: ({ page, copy }) => page.getByText(copy.house.retry).first().waitFor(),
  },
  {
    name: 'riddles',
    person: 'xiaoman',
    route: riddles,
    kind: 'screen',
    reach: ({ page, copy }) => page.getByText(copy.gameRiddle.place(1), { exact: true }).first().waitFor(),
  },
  { name: 'riddle', person: 'xiaoman', route: riddles, kind: 'screen', reach: (stage) => openRiddle(stage, 3) },
  {
    name: 'riddle-wrong',
    person: 'xiaoman',
    route: riddles,
    kind: 'state',
    reach: async (stage) => {
      await guessRiddle(stage, 4, '雨');
      await stage.page.getByText(stage.copy.gameRiddle.wrong('雨')).waitFor();
    },
  },
  {
    name: 'riddle-right',
    person: 'xiaoman',
    route: riddles,
    kind: 'state',
    reach: async (stage) => {
      await guessRiddle(stage, 1, '燈籠！');
      await stage.page.getByText(stage.copy.gameRiddle.right, { exact: true }).waitFor();
    },
  },
  {
    name: 'jigsaw',
    person: 'xiaoman',
    route: jigsaw,
    kind: 'screen',
    reach: ({ page, copy }) => page.getByText(copy.gameJigsaw.leaders).waitFor(),
  },
  { name: 'jigsaw-board', person: 'xiaoman', route: jigsaw, kind: 'screen', reach: beginJigsaw },
  {
    name: 'jigsaw-big',
    person: 'xiaoman',
    route: jigsaw.replace('fair-night', 'moon-boat'),
    kind: 'state',
    reach: beginJigsaw,
  },
  {
    name: 'jigsaw-closed',
    person: 'xiaoman',
    route: jigsaw.replace('fair-night', 'first-snow'),
    kind: 'state',
    reach: ({ page, copy }) => page.getByRole('button', { name: copy.gameJigsaw.closed }).waitFor(),
  },
];
