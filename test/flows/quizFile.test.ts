import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherQuestions } from '../../config/admin/gatherQuestions';
import { readTable } from '../../config/admin/readTable.mjs';
import { quizQuestionRow } from '@shared/game/quiz/rows';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-quiz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bank = async (text: string) => {
  const path = join(folder, 'bank.csv');
  writeFileSync(path, text);
  return gatherQuestions(await readTable(path));
};
const names = 'quiz,id,text_zh,text_en,a_zh,a_en,b_zh,b_en,c_zh,c_en,answer,explanation_zh,explanation_en';

test('a row of a bank becomes a question as the shop’s file has it; options left empty are none', async () => {
  const [two, three] = await bank(
    [
      `\uFEFF${names}`,
      'tea,t1,茶？,Tea?,绿,Green,红,Black,,,B,因为,Because',
      'tea,t2,"水，几度？",How hot?,80,80,90,90,100,100,c,因为,"So, there"',
    ].join('\n'),
  );
  expect(two).toEqual({
    ...{ quiz: 'tea', id: 't1', text: { zh: '茶？', en: 'Tea?' }, answer: 2, explanation: { zh: '因为', en: 'Because' } },
    options: [
      { zh: '绿', en: 'Green' },
      { zh: '红', en: 'Black' },
    ],
  });
  expect(three).toMatchObject({ text: { zh: '水，几度？' }, answer: 3, explanation: { en: 'So, there' } });
  expect([two, three].map((row) => quizQuestionRow.safeParse(row).success)).toEqual([true, true]);
});

test('an answer that is no option’s letter is left for the server to refuse, and a file without a column is refused at once', async () => {
  const [row] = await bank([names, 'tea,t1,茶？,Tea?,绿,Green,红,Black,,,D,因为,Because'].join('\n'));
  expect(quizQuestionRow.safeParse(row).error?.issues[0]?.path).toEqual(['answer']);
  await expect(bank('quiz,id,text_zh\ntea,t1,茶')).rejects.toThrow(/missing: text_en, a_zh/);
});
