import type { QuizRow } from '@shared/game/quiz/rows';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import type { SettingsFile } from '@shared/store/settingsFile';
import quizQuestions from './quizQuestions.json';
import riddles from './riddles.json';

const programmeOffsetMinutes = 480;

/** The demo shop's games: some run from the beginning of its made-up past to weeks after today, some just for these days. */
export function demoGames(now: number, todayMs: number): SettingsFile {
  const first = dayOf(now, programmeOffsetMinutes);
  const today = dayOf(todayMs, programmeOffsetMinutes);
  return {
    quizzes: quizzesOf(first, today),
    quizQuestions,
    riddleFestivals: festivalsOf(first, today),
    riddles,
    jigsaws: jigsawsOf(first, today),
  };
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

function jigsawsOf(first: Day, today: Day): readonly unknown[] {
  return [
    {
      ...{ id: 'fair-night', name: { zh: '灯会之夜', en: 'Fair night' }, from: first, to: addDays(today, 28), picture: 'lanterns' },
      ...{ size: 3, seconds: 600, perDay: 5, reward: { kind: 'chance', count: 1 } },
    },
    {
      ...{ id: 'moon-boat', name: { zh: '月下行舟', en: 'Boat under the moon' }, from: addDays(today, -1), to: addDays(today, 2) },
      ...{ picture: 'boat', size: 4, seconds: 1200, perDay: 3, reward: { kind: 'points', points: 20 } },
    },
    {
      ...{ id: 'first-snow', name: { zh: '初雪', en: 'First snow' }, from: addDays(today, 1), to: addDays(today, 7) },
      ...{ picture: 'snow', size: 5, seconds: 1800, perDay: 3, reward: { kind: 'chance', count: 1 } },
    },
  ];
}
