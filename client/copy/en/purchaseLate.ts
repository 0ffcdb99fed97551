import type { Copy } from '../zh';

/** The till without network. */
export const purchaseLate: Copy['purchaseLate'] = {
  title: 'Taken offline',
  waiting: 'waiting for network',
  recorded: 'recorded',
  seen: 'Got it',
  scanned: (tail: string, at: string) => `card …${tail} · scanned at ${at}`,
  keep: (amount: string) => `Keep ¥${amount} for later`,
  tooMuch: (max: string) => `Offline, one purchase may be ¥${max} at most. Record it when the network is back.`,
  phoneFull: 'This phone has no room left. Write the card and receipt numbers on paper.',
  membersOnly: 'Offline, only member codes can be scanned. Pick-ups and vouchers wait for the network.',
};
