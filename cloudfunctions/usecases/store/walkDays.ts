import { addDays, type Day } from '@shared/kernel/time';
import type { DayMark } from '@shared/store/types';
import { get, put } from '../../adapters/database';
import { pacer, type Pace } from './pacer';

/** A job that treats, once a day and document, what belongs to that day. */
interface DayWalk<Item extends { readonly _id: string }> {
  /** The job's name, under which it remembers how far it has come. */
  readonly name: string;
  /** Where it begins when it has never run, and how far back it still makes up for days on which it did not run. */
  readonly first: Day;
  readonly last: Day;
  /** Items of a day whose `_id` is greater than `after`, in order of `_id`, at most `pageMax`; none means that the day is done. */
  readonly page: (day: Day, after: string) => Promise<readonly Item[]>;
  /** Treats one; false when it must be tried again. Harmless to do twice: the mark is kept only now and then. */
  readonly treat: (item: Item, day: Day) => Promise<boolean>;
  readonly operationsEach: number;
}

/** Rows read at once. */
export const pageMax = 100;

/** Goes through the days up to `last`, from where it stopped before. Gives how many it treated, and whether there is more. */
export async function walkDays<Item extends { readonly _id: string }>(
  walk: DayWalk<Item>,
  pace: Pace,
): Promise<{ readonly treated: number; readonly more: boolean }> {
  const mark = await get('dayMarks', walk.name);
  const rest = pacer(pace, walk.operationsEach);
  let at = mark === null || mark.day < walk.first ? startOf(walk.name, walk.first) : mark;
  let treated = 0;
  while (at.day <= walk.last) {
    const items = await walk.page(at.day, at.after);
    for (const item of items) {
      if (pace.clock() >= pace.untilMs || !(await walk.treat(item, at.day))) {
        await put('dayMarks', at);
        return { treated, more: true };
      }
      treated += 1;
      at = { ...at, after: item._id };
      await rest();
    }
    if (items.length === 0) at = startOf(walk.name, addDays(at.day, 1));
    await put('dayMarks', at);
  }
  return { treated, more: false };
}

function startOf(name: string, day: Day): DayMark {
  return { _id: name, day, after: '' };
}
