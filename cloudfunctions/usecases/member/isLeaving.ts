import type { Transaction } from '../../adapters/transact';

/** Whether a member is in their cooling-off: nothing is earned then. */
export async function isLeaving(transaction: Transaction, memberId: string): Promise<boolean> {
  return (await transaction.get('leavings', memberId))?.state === 'waiting';
}
