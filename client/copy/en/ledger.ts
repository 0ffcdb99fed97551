import type { Copy } from '../zh';
import { monthName } from '../monthName';

/** The points ledger. */
export const ledger: Copy['ledger'] = {
  title: 'Points statement',
  available: 'To spend',
  pending: 'Pending',
  debt: 'Owed',
  none: 'No points yet',
  noneNote: 'Shop or check in, and it is noted here',
  end: 'Nothing earlier',
  kinds: {
    gift: 'Welcome gift',
    accrual: 'Earned by shopping',
    release: 'Points now to spend',
    expiry: 'Points lapsed',
    redemption: 'Redeemed',
    checkin: 'Check-in',
    reversal: 'Purchase undone',
    prize: 'Prize of a draw',
    race: 'Race prize',
    closing: 'Closed on leaving',
    adjustment: 'Points corrected',
    return: 'Points returned',
  },
  gifts: { birthday: 'Birthday gift' },
  checkinDay: (days) => `Check-in, day ${days}`,
  redeemed: (name) => `Redeemed ${name}`,
  won: (name: string) => `Won: ${name}`,
  chances: (count: number) => `${count} ${count === 1 ? 'chance' : 'chances'} to draw`,
  order: (orderNo) => `Order ${orderNo}`,
  releases: (day) => `to spend from ${day}`,
  lapses: (day) => `until ${day}`,
  pendingTag: 'pending',
  paysDebt: (points) => `${points} paid what was owed`,
  month: monthName,
};
