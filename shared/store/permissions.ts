import type { MethodOf } from '../functions';
import type { Role } from './types';

/** Who may call what, in one table: every method of `staff` and `console` has its roles. */
export const permissions: Readonly<Record<MethodOf<'staff'> | MethodOf<'console'>, readonly Role[]>> = {
  'store.me': ['clerk', 'lead', 'operator'],
  'goods.list': ['clerk', 'lead'],
  'goods.search': ['clerk', 'lead'],
  'visit.open': ['clerk', 'lead'],
  'purchase.confirm': ['clerk', 'lead'],
  'purchase.recordLate': ['clerk', 'lead'],
  'purchase.undo': ['clerk', 'lead'],
  'purchase.recent': ['clerk', 'lead'],
  'reward.check': ['clerk', 'lead'],
  'reward.handOver': ['clerk', 'lead'],
  'store.apply': ['operator'],
  'store.list': ['operator'],
  'store.jobs': ['operator'],
  'store.makeKey': ['operator'],
  'store.revokeKey': ['operator'],
  'store.keys': ['operator'],
  'purchase.import': ['operator'],
  'ledger.reconcile': ['operator'],
  'ledger.liability': ['operator'],
  'ledger.statementOf': ['operator'],
  'audit.list': ['operator'],
  'audit.proposeAdjustment': ['operator'],
  'audit.proposals': ['operator'],
  'audit.decide': ['operator'],
};
