import type { Copy } from '../zh';

/** Shops and staff. */
export const store: Copy['store'] = {
  till: (shop) => `Till · ${shop}`,
  tillPlain: 'Till',
  scan: {
    scan: 'Scan a member or pick-up code',
    note: 'One key for both kinds of code',
    typed: 'Type a number',
    cardNumber: 'Card number or pick-up code (16 digits)',
    sixDigits: 'Changing digits (6)',
    typedHint: 'New every 30 seconds: read them off the phone',
    typedSubmit: 'Confirm',
    notOurs: 'This is neither a member code nor a pick-up code. Ask the member to open one of them.',
  },
  notStaff: 'This is the staff counter',
  notStaffNote: 'You have no rights in a shop. Ask the shop lead if you should.',
};
