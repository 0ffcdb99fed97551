import { optionsMax } from '@shared/game/quiz/rows';

/** A table's row as a row of the section `quizQuestions`, to be judged by the server, which knows the quizzes. */
interface QuestionRow {
  readonly quiz: string;
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly options: readonly { readonly zh: string; readonly en: string }[];
  readonly answer: number;
  readonly explanation: { readonly zh: string; readonly en: string };
}

const letters = 'abcdef'.slice(0, optionsMax).split('');
const needed = ['quiz', 'id', 'text_zh', 'text_en', 'a_zh', 'a_en', 'b_zh', 'b_en', 'answer', 'explanation_zh', 'explanation_en'];

/**
 * Reads a bank of questions: the first row names the columns `quiz`, `id`, `text_zh`, `text_en`, `a_zh`, `a_en` … `f_zh`, `f_en`, `answer`
 * (a letter), `explanation_zh`, `explanation_en`; options that are left empty are none. Throws a sentence for a file that lacks a column.
 */
export function gatherQuestions(table: readonly (readonly string[])[]): readonly QuestionRow[] {
  const names = (table[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`The first row must name the columns; missing: ${missing.join(', ')}.`);
  return table.slice(1).map((cells) => {
    const cell = (name: string): string => (cells[names.indexOf(name)] ?? '').trim();
    const both = (name: string): { zh: string; en: string } => ({ zh: cell(`${name}_zh`), en: cell(`${name}_en`) });
    const options = letters.map(both).filter(({ zh, en }) => zh !== '' || en !== '');
    const answer = letters.indexOf(cell('answer').toLowerCase()) + 1;
    return { quiz: cell('quiz'), id: cell('id'), text: both('text'), options, answer, explanation: both('explanation') };
  });
}
