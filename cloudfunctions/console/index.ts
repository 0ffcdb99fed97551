import { functions } from '@shared/functions';
import { serve } from '../adapters/serve';
import { reconcileAccounts } from '../usecases/ledger/reconcileAccounts';
import { admitStaff, type StaffCaller } from '../usecases/store/admitStaff';
import { apply } from '../usecases/store/apply';
import { listSection } from '../usecases/store/listSection';

export const main = serve<typeof functions.console, StaffCaller>({
  contract: functions.console,
  eventMaxBytes: 1_000_000,
  admit: admitStaff,
  handlers: {
    'store.apply': apply,
    'store.list': listSection,
    'ledger.reconcile': reconcileAccounts,
  },
});
