import * as z from 'zod/mini';
import { slugField } from '../../kernel/fields';
import { gameFields, gameTextField, rewardField } from '../gameFields';

const optionField = z.strictObject({
  zh: z.string().check(z.minLength(1), z.maxLength(40)),
  en: z.string().check(z.minLength(1), z.maxLength(80)),
});
export const optionsMax = 6;

/** One quiz of a file. */
export const quizRow = z
  .strictObject({
    ...gameFields,
    questions: z.int().check(z.gte(1), z.lte(20)),
    seconds: z.int().check(z.gte(5), z.lte(300)),
    pass: z.int().check(z.gte(1), z.lte(20)),
    perDay: z.int().check(z.gte(1), z.lte(5)),
    reward: rewardField,
  })
  .check(z.refine((row) => row.pass <= row.questions, { path: ['pass'] }))
  .check(z.refine((row) => row.from <= row.to, { path: ['to'] }));

/** One question of a quiz's bank; `answer` counts the options from 1. */
export const quizQuestionRow = z
  .strictObject({
    quiz: slugField,
    id: slugField,
    text: gameTextField,
    options: z.array(optionField).check(z.minLength(2), z.maxLength(optionsMax)),
    answer: z.int().check(z.gte(1), z.lte(optionsMax)),
    explanation: gameTextField,
    active: z.optional(z.boolean()),
  })
  .check(z.refine((row) => row.answer <= row.options.length, { path: ['answer'] }));

export type QuizRow = z.infer<typeof quizRow>;
export type QuizQuestionRow = z.infer<typeof quizQuestionRow>;
