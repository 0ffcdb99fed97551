import { everyInvariant } from './invariants/everyInvariant';
import type { Journal } from './openJournal';
import type { Snapshot } from './takeSnapshot';

/** What one invariant said of the documents. */
export interface Verdict {
  readonly name: string;
  readonly looked: number;
  readonly wrong: readonly string[];
  /** Whether it finds a fault that was planted on purpose; null where the documents had no place for one. */
  readonly findsPlanted: boolean | null;
}

/** Checks every invariant, and that each would find a fault: one is planted in a copy of the documents for it. */
export function judge(documents: Snapshot, { acknowledged, wrongs }: Journal): readonly Verdict[] {
  const verdicts = everyInvariant.map(({ name, check, spoil }): Verdict => {
    const spoilt = Object.fromEntries(
      Object.entries(documents).map(([name, all]) => [name, typeof all === 'string' ? all : [...all]]),
    ) as unknown as Snapshot;
    const found = check(documents, acknowledged);
    const before = new Set(found.wrong);
    const findsPlanted = spoil(spoilt) ? check(spoilt, acknowledged).wrong.some((sentence) => !before.has(sentence)) : null;
    return { name, ...found, findsPlanted };
  });
  return [
    ...verdicts,
    { name: 'the same sent again gets the same answer', looked: acknowledged.length, wrong: wrongs, findsPlanted: null },
  ];
}
