import type { Copy } from '../zh';
import { monthAlone, monthName } from '../monthName';

/** The race of points by month. */
export const ledgerRace: Copy['ledgerRace'] = {
  title: 'Points race',
  lead: 'Join, and the points of your purchases race each month',
  which: { this: 'This month', last: 'Last month' },
  month: monthName,
  rank: (place) => `Place ${place}`,
  about: (place) => `About place ${place}`,
  noRank: 'No place yet',
  racers: (count) => `${count} with points that have arrived`,
  asOf: (at) => `As of ${at}`,
  settles: (day) => `Settles on ${day}`,
  settled: (day) => `Settlement day was ${day}`,
  won: (month, place, prize) => `${monthAlone(month)}: place ${place}, ${prize}`,
  board: 'The first hundred',
  masked: 'A member',
  me: 'Me',
  none: 'Nobody is placed yet',
  noneNote: 'Points of purchases arrive after 7 days, and count here then',
  prizes: 'Prizes',
  places: (from, to) => (from === to ? `Place ${from}` : `Places ${from}–${to}`),
  prize: (points) => `${points} points`,
  rule:
    'Only points of purchases count, for the month of the purchase, once they have arrived; refunds are taken off. ' +
    'Settled once, on the 8th of the next month. Of equal points the earlier is before.',
  showName: 'Show my nickname in the list',
  showNameNote: 'Otherwise “A member” stands there; updated in half a minute',
};
