import type { Transaction } from '../../adapters/transact';

/** Whether a member is in their cooling-off, or has left: nothing is earned then, and nobody is told anything. */
export async function isLeaving(transaction: Transaction, memberId: string): Promise<boolean> {
  const state = (await transaction.get('leavings', memberId))?.state;
  return state === 'waiting' || state === 'erased';
}
