import type { bookingMember, bookingStaff } from '@shared/voucher/booking/contract';
import type { voucherConsole, voucherMember, voucherStaff } from '@shared/voucher/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import type { StaffCaller, TillCaller } from '../store/admitStaff';
import { acceptGift, viewGift } from './acceptGift';
import { bookingMemberHandlers, bookingStaffHandlers } from './booking/handlers';
import { buy } from './buy';
import { check } from './check';
import { claim } from './claim';
import { claimByWord } from './claimByWord';
import { grant } from './grant';
import { listCoupons } from './listCoupons';
import { mine, one } from './mine';
import { offerGift, withdrawGift } from './offerGift';
import { packs } from './packs';
import { redeem } from './redeem';
import { revoke, revokeCoupon } from './revoke';
import { settlement } from './settlement';
import { undoUse } from './undoUse';

/** What members can ask of coupons, vouchers, their sessions, and packs. */
export const voucherMemberHandlers: Handlers<typeof voucherMember & typeof bookingMember, Caller> = {
  ...bookingMemberHandlers,
  'voucher.claim': claim,
  'voucher.claimByWord': claimByWord,
  'voucher.buy': buy,
  'voucher.coupons': listCoupons,
  'voucher.mine': mine,
  'voucher.one': one,
  'voucher.packs': packs,
  'voucher.offerGift': offerGift,
  'voucher.withdrawGift': withdrawGift,
  'voucher.gift': viewGift,
  'voucher.acceptGift': acceptGift,
};

/** What the counter can ask. */
export const voucherStaffHandlers: Handlers<typeof voucherStaff & typeof bookingStaff, TillCaller> = {
  ...bookingStaffHandlers,
  'voucher.check': check,
  'voucher.redeem': redeem,
  'voucher.undoUse': undoUse,
};

/** What operators can ask. */
export const voucherConsoleHandlers: Handlers<typeof voucherConsole, StaffCaller> = {
  'voucher.grant': grant,
  'voucher.revoke': revoke,
  'voucher.revokeCoupon': revokeCoupon,
  'voucher.settlement': settlement,
};
