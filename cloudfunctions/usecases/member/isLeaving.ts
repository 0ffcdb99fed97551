import type { Transaction } from '../../adapters/transact';

/** Whether a member is in their cooling-off: nothing is earned then. */
export async function isLeaving(transaction: Transaction, memberId: string): Promise<boolean> {
  return (await transaction.get('leavings', memberId))?.state === 'waiting';
}

/** Whether a member is in their cooling-off or has left for good: nothing is given to them, and nothing told. */
export async function isGone(transaction: Transaction, memberId: string): Promise<boolean> {
  const state = (await transaction.get('leavings', memberId))?.state;
  return state === 'waiting' || state === 'erased';
}
