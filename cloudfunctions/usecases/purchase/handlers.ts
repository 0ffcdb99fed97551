import type { purchaseStaff } from '@shared/purchase/contract';
import type { quoteStaff } from '@shared/purchase/quoteContract';
import type { Handlers } from '../../adapters/serve';
import type { TillCaller } from '../store/admitStaff';
import { confirm } from './confirm';
import { confirmQuote } from './confirmQuote';
import { openVisit } from './openVisit';
import { quote } from './quote';
import { recent } from './recent';
import { recordLate } from './recordLate';
import { undo } from './undo';

/** What the till can ask of visits, quotes and purchases. */
export const purchaseHandlers: Handlers<typeof purchaseStaff & typeof quoteStaff, TillCaller> = {
  'visit.open': openVisit,
  'purchase.confirm': confirm,
  'purchase.recordLate': recordLate,
  'purchase.quote': quote,
  'purchase.confirmQuote': confirmQuote,
  'purchase.undo': undo,
  'purchase.recent': recent,
};
