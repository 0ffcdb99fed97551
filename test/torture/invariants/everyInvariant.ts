import { acknowledgedPresent } from './acknowledgedPresent';
import { bookingsHold } from './bookingsHold';
import { books } from './books';
import { checkinsPaid } from './checkinsPaid';
import { decisionsPosted } from './decisionsPosted';
import { drawsAddUp } from './drawsAddUp';
import { familiesHold } from './familiesHold';
import { friendsOnce } from './friendsOnce';
import type { Invariant } from './invariant';
import { joiningsBalance } from './joiningsBalance';
import { leavingsHonoured } from './leavingsHonoured';
import { makeUpsWithin } from './makeUpsWithin';
import { mallVouchersKept } from './mallVouchersKept';
import { messagesOnce } from './messagesOnce';
import { offersKept } from './offersKept';
import { playsRewarded } from './playsRewarded';
import { poolsKept } from './poolsKept';
import { prizesGiven } from './prizesGiven';
import { racesFollow } from './racesFollow';
import { keysOnce } from './keysOnce';
import { nothingBelowZero } from './nothingBelowZero';
import { paidDaysAddUp } from './paidDaysAddUp';
import { planOrdersKept } from './planOrdersKept';
import { postersWithin } from './postersWithin';
import { purchasesPosted } from './purchasesPosted';
import { refundsWithin } from './refundsWithin';
import { shiftsAddUp } from './shiftsAddUp';
import { tiersFollow } from './tiersFollow';
import { unitsOnce } from './unitsOnce';
import { voucherLives } from './voucherLives';

/** Everything that is checked once all callers have stopped. */
export const everyInvariant: readonly Invariant[] = [
  books,
  nothingBelowZero,
  keysOnce,
  voucherLives,
  bookingsHold,
  mallVouchersKept,
  unitsOnce,
  purchasesPosted,
  refundsWithin,
  shiftsAddUp,
  drawsAddUp,
  poolsKept,
  prizesGiven,
  playsRewarded,
  checkinsPaid,
  makeUpsWithin,
  tiersFollow,
  racesFollow,
  offersKept,
  messagesOnce,
  leavingsHonoured,
  postersWithin,
  decisionsPosted,
  friendsOnce,
  planOrdersKept,
  paidDaysAddUp,
  familiesHold,
  joiningsBalance,
  acknowledgedPresent,
];
