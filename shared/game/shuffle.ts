import type { RandomBytes } from '../kernel/id';

const wholeRange = 2 ** 32;

/** A uniformly random integer in [0, below): numbers that would make some likelier than others are thrown away. `below` ≤ 2^32. */
export function randomBelow(below: number, random: RandomBytes): number {
  const fairEnd = wholeRange - (wholeRange % below);
  for (;;) {
    const number = random(4).reduce((sum, byte) => sum * 256 + byte, 0);
    if (number < fairEnd) return number % below;
  }
}

/** The items in a random order, every order equally likely (Fisher and Yates, in Durstenfeld's form). */
export function shuffle<Item>(items: readonly Item[], random: RandomBytes): readonly Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1, random);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
