import type { bookingMember, bookingStaff } from '@shared/voucher/booking/contract';
import type { Caller, Handlers } from '../../../adapters/serve';
import type { TillCaller } from '../../store/admitStaff';
import { book, move } from './book';
import { cancel } from './cancel';
import { mine } from './mine';
import { ofDay } from './ofDay';
import { sessions } from './sessions';

/** What members can ask of the sessions of their vouchers. */
export const bookingMemberHandlers: Handlers<typeof bookingMember, Caller> = {
  'booking.sessions': sessions,
  'booking.book': book,
  'booking.move': move,
  'booking.cancel': cancel,
  'booking.mine': mine,
};

/** What the counter can ask. */
export const bookingStaffHandlers: Handlers<typeof bookingStaff, TillCaller> = { 'booking.ofDay': ofDay };
