import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '@/copy/refusals';

const root = join(__dirname, '../..');
const refusing = /(?:refuse|hinder)\w*\((?:[^'()]*(?:\([^)]*\))?, )?'([\w.]+)', (?:\{([^}]*)\}|(\w+)\()/g;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name));
}

/** Every place of the functions and rules that refuses with facts: the code and the names of its facts. */
function factsGiven(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const given = new Map<string, (readonly string[])[]>();
  const sources = [...filesUnder('shared'), ...filesUnder('cloudfunctions')].map((file) =>
    readFileSync(file, 'utf8').replace(/`[^`]*`/g, 'text'),
  );
  for (const source of sources) {
    for (const [, code = '', facts, helper] of source.matchAll(refusing)) {
      given.set(code, [...(given.get(code) ?? []), namesOf(facts ?? factsOfHelper(sources.join('\n'), helper), source)]);
    }
  }
  return given;
}

/** What a function that makes facts gives. */
function factsOfHelper(source: string, helper = ''): string {
  return new RegExp(`function ${helper}\\b[\\s\\S]*?return \\{([^}]*)\\};`).exec(source)?.[1] ?? '';
}

/** The names of an object's fields as they are written; `...place` brings those of the object that is called so in the same file. */
function namesOf(facts: string, source: string): readonly string[] {
  const names = facts.split(',').map((fact) => fact.split(':')[0]?.trim() ?? '');
  return names.flatMap((name) => {
    if (!name.startsWith('...')) return name === '' ? [] : [name];
    return namesOf(new RegExp(`const ${name.slice(3)} = \\{([^}]*)\\};`).exec(source)?.[1] ?? '', source);
  });
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
