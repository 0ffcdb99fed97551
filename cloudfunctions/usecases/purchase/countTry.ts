import { accept, type Outcome } from '@shared/kernel/refusal';
import { transact } from '../../adapters/transact';
import { readTries, type Tried } from './tries';

/** Counts a wrong try and says until when whoever tried is locked out (epoch ms); null when they are not. A right one counts nothing. */
export function countTry(tried: Tried, right: boolean, at: number): Promise<Outcome<number | null, 'busy.tryAgain'>> {
  return transact(async (transaction) => {
    const tries = await readTries(transaction, tried, at);
    if (tries.lockedUntil === null && !right) await tries.fail(at);
    return accept(tries.lockedUntil);
  });
}
