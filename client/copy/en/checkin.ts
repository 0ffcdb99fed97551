import type { Copy } from '../zh';
import { monthName } from '../monthName';

/** The daily check-in. */
export const checkin: Copy['checkin'] = {
  title: 'Starlight check-in',
  streak: (days) => `${days} ${days === 1 ? 'day' : 'days'} in a row`,
  streakNone: 'Today is day one',
  day: (number) => String(number),
  perform: (points) => `Check in for ${points} points`,
  done: 'Checked in today',
  doneNote: (points) => `Come back tomorrow for ${points} points`,
  earned: (points) => `Checked in, +${points} points`,
  dayLabel: (day, points) => `${day}, ${points} points`,
  performVoucher: 'Check in for a voucher',
  doneNoteVoucher: 'Come back tomorrow for a voucher',
  earnedVoucher: (name) => `Checked in: “${name}” is yours`,
  dayLabelVoucher: (day) => `${day}, a voucher`,
  dayDone: (day) => `${day}, checked in`,
  calendar: {
    title: 'Check-in calendar',
    month: monthName,
    earlier: 'Month before',
    later: 'Month after',
    count: (days, points) => `${days} check-ins this month, ${points} points`,
    none: 'No check-ins in this month',
    noneNote: 'One tap on the home page each day is all',
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    checked: (points) => `checked in, ${points} points`,
    missed: 'not checked in',
    ahead: 'still to come',
  },
};
