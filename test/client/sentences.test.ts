import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '@/copy/refusals';

const root = join(__dirname, '../..');
const refusing = /(?:refuse|refuseRow|refused|refusedRow)\w*\((?:[^'()]*(?:\([^)]*\))?, )?'([\w.]+)', \{([^}]*)\}/g;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name));
}

/** Every place of the functions and rules that refuses with facts: the code and the names of its facts. */
function factsGiven(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const given = new Map<string, (readonly string[])[]>();
  for (const file of [...filesUnder('shared'), ...filesUnder('cloudfunctions')]) {
    const source = readFileSync(file, 'utf8').replace(/`[^`]*`/g, 'text');
    for (const [, code = '', facts = ''] of source.matchAll(refusing)) {
      const names = facts.split(',').map((fact) => fact.split(':')[0]?.trim() ?? '');
      given.set(code, [...(given.get(code) ?? []), names.filter((name) => name !== '')]);
    }
  }
  return given;
}

const gapsOf = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

test('every gap of a refusal’s sentence is filled by every place that refuses with it, in both languages', () => {
  const given = factsGiven();
  expect(given.size).toBeGreaterThan(12);
  const unfilled = Object.entries(refusals).flatMap(([language, sentences]) =>
    Object.entries(sentences).flatMap(([code, sentence]) => {
      const places = given.get(code) ?? [[]];
      return gapsOf(sentence)
        .filter((gap) => !places.every((names) => names.includes(gap)))
        .map((gap) => `${language} ${code} {${gap}}`);
    }),
  );
  expect(unfilled).toEqual([]);
});

test('a fact that has a Chinese and an English form is used in its own language', () => {
  const gaps = (language: 'zh' | 'en'): readonly string[] => Object.values(refusals[language]).flatMap(gapsOf);
  expect(gaps('zh').filter((gap) => gap.endsWith('En'))).toEqual([]);
  expect(gaps('en').filter((gap) => gap.endsWith('Zh'))).toEqual([]);
});
