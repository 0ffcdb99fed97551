import { avatarViews } from './avatarViews';
import { benefitViews } from './benefitViews';
import { bookingViews, shopBookingViews } from './bookingViews';
import { familyViews } from './familyViews';
import { emptyViews } from './emptyViews';
import { gameViews } from './gameViews';
import { goodsViews } from './goodsViews';
import { groupViews } from './groupViews';
import { jobViews } from './jobViews';
import { lateViews } from './lateViews';
import { messageViews } from './messageViews';
import { paidCardViews } from './paidCardViews';
import { playViews } from './playViews';
import { referralViews } from './referralViews';
import { reviewViews } from './reviewViews';
import { refundViews } from './refundViews';
import { rightsViews } from './rightsViews';
import { settingsViews } from './settingsViews';
import { shopperViews } from './shopperViews';
import { staffViews } from './staffViews';
import { storeCodeViews } from './storeCodeViews';
import { voucherViews } from './voucherViews';
import type { View } from './view';

/** Every screen and state, in an order in which each finds the shop as it needs it. */
export const allViews: readonly View[] = [
  ...shopperViews,
  ...benefitViews,
  ...bookingViews,
  ...paidCardViews,
  ...gameViews,
  ...playViews,
  ...messageViews,
  ...referralViews,
  ...reviewViews,
  ...avatarViews,
  ...jobViews,
  ...settingsViews,
  ...staffViews,
  ...shopBookingViews,
  ...goodsViews,
  ...lateViews,
  ...refundViews,
  ...voucherViews,
  ...storeCodeViews,
  ...groupViews,
  ...familyViews,
  ...rightsViews,
  ...emptyViews,
];
