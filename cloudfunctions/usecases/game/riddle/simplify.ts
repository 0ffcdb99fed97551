import pairs from 'opencc-js/dict/TSCharacters';

const simpleOf = new Map(
  pairs.split('|').map((pair) => {
    const [traditional = '', simple = traditional] = pair.split(' ');
    return [traditional, simple] as const;
  }),
);

/** The simple form of a traditional character, by OpenCC's table; any other character stays. */
export function simplify(character: string): string {
  return simpleOf.get(character) ?? character;
}
