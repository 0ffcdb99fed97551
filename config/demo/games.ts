import type { QuizRow } from '@shared/game/quiz/rows';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import type { SettingsFile } from '../admin/applyFile';
import quizQuestions from './quizQuestions.json';
import riddles from './riddles.json';

const programmeOffsetMinutes = 480;

/** The demo shop's games: some run from the beginning of its made-up past to weeks after today, some just for these days. */
export function demoGames(now: number, todayMs: number): SettingsFile {
  const first = dayOf(now, programmeOffsetMinutes);
  const today = dayOf(todayMs, programmeOffsetMinutes);
  return { quizzes: quizzesOf(first, today), quizQuestions, riddleFestivals: festivalsOf(first, today), riddles };
}

function quizzesOf(first: Day, today: Day): readonly QuizRow[] {
  const round = { questions: 5, seconds: 20, pass: 4, perDay: 3 };
  return [
    {
      ...{ id: 'lantern-lore', name: { zh: '灯会知多少', en: 'Lantern lore' }, ...round },
      ...{ from: first, to: addDays(today, 28), reward: { kind: 'chance', count: 1 } },
    },
    {
      ...{ id: 'tea-time', name: { zh: '茶点小问答', en: 'Tea time' }, ...round, pass: 3, perDay: 2 },
      ...{ from: addDays(today, -2), to: addDays(today, 3), reward: { kind: 'points', points: 10 } },
    },
  ];
}

function festivalsOf(first: Day, today: Day): readonly unknown[] {
  return [
    {
      ...{ id: 'lantern-riddles', name: { zh: '灯火灯谜会', en: 'Lantern riddle fair' }, from: first, to: addDays(today, 28) },
      ...{ tries: 3, hintPoints: 3, reward: { kind: 'points', points: 2 } },
    },
  ];
}
