import type { Transaction } from '../../adapters/transact';

/** Whether a member's facts are erased and their points closed: nothing is posted or given to them any more. */
export async function hasLeft(transaction: Transaction, memberId: string): Promise<boolean> {
  return (await transaction.get('leavings', memberId))?.state === 'erased';
}
