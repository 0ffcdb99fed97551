import { functions } from '@shared/functions';
import { serve } from '../adapters/serve';
import { auditConsoleHandlers } from '../usecases/audit/handlers';
import { gameConsoleHandlers } from '../usecases/game/handlers';
import { liability } from '../usecases/ledger/liability';
import { reconcileAccounts } from '../usecases/ledger/reconcileAccounts';
import { statementOf } from '../usecases/ledger/statementOf';
import { avatarConsoleHandlers } from '../usecases/member/avatar/handlers';
import { familyConsoleHandlers } from '../usecases/member/family/handlers';
import { importPurchases } from '../usecases/purchase/importPurchases';
import { messageConsoleHandlers } from '../usecases/message/handlers';
import { referralConsoleHandlers } from '../usecases/referral/handlers';
import { admitStaff, type StaffCaller } from '../usecases/store/admitStaff';
import { storeConsoleHandlers } from '../usecases/store/handlers';
import { paidCardConsoleHandlers } from '../usecases/tier/handlers';
import { voucherConsoleHandlers } from '../usecases/voucher/handlers';

export const main = serve<typeof functions.console, StaffCaller>({
  contract: functions.console,
  eventMaxBytes: 1_000_000,
  admit: admitStaff,
  handlers: {
    ...storeConsoleHandlers,
    'purchase.import': importPurchases,
    'ledger.reconcile': reconcileAccounts,
    'ledger.liability': liability,
    'ledger.statementOf': statementOf,
    ...messageConsoleHandlers,
    ...auditConsoleHandlers,
    ...gameConsoleHandlers,
    ...referralConsoleHandlers,
    ...avatarConsoleHandlers,
    ...paidCardConsoleHandlers,
    ...familyConsoleHandlers,
    ...voucherConsoleHandlers,
  },
});
