import type { Day } from '../kernel/time';
import type { Game } from './reward';

/** Whether a game can be played on a day. */
export function isOpen({ active, from, to }: Pick<Game, 'active' | 'from' | 'to'>, day: Day): boolean {
  return active && from <= day && day <= to;
}
