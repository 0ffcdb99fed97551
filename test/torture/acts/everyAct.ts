import type { Act } from '../seat';
import { bookingActs } from './bookingActs';
import { counterActs } from './counterActs';
import { fairActs } from './fairActs';
import { familyActs } from './familyActs';
import { machineActs } from './machineActs';
import { memberActs } from './memberActs';
import { officeActs } from './officeActs';
import { paidCardActs } from './paidCardActs';
import { playActs } from './playActs';
import { quoteActs } from './quoteActs';
import { referralActs } from './referralActs';
import { shopperActs } from './shopperActs';
import { tillActs } from './tillActs';

/** Everything that callers do. */
export const everyAct: readonly Act[] = [
  ...shopperActs,
  ...memberActs,
  ...tillActs,
  ...quoteActs,
  ...counterActs,
  ...bookingActs,
  ...machineActs,
  ...officeActs,
  ...fairActs,
  ...playActs,
  ...referralActs,
  ...paidCardActs,
  ...familyActs,
];
