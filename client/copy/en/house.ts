import { monthAlone } from '../monthName';
import type { Copy } from '../zh';

/** Words used everywhere. */
export const house: Copy['house'] = {
  name: 'Lantern',
  tabs: { home: 'Home', play: 'Play', rewards: 'Rewards', mine: 'Me' },
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  more: 'Show more',
  loading: 'Loading',
  points: 'points',
  showCode: 'Show my code',
  offline: 'No connection. Your member code still works; the rest comes back with the network.',
  offlineStale: (at) => `No connection. This is from ${at}. Your member code still works.`,
  offlineTill: 'No connection. Member codes can be scanned and purchases kept; points follow when it is back. The rest waits.',
  comma: ', ',
  everyShop: 'any shop',
  today: 'Today',
  day: {
    parts: { year: 'Year', month: 'Month', date: 'Day' },
    year: String,
    month: monthAlone,
    date: String,
  },
  person: {
    title: 'Who are you today?',
    note: 'This is the demo shop on your own machine. WeChat never asks this.',
    failed: 'The local cloud did not answer. Make sure it is running and try again.',
    switchTo: (name) => `Enter as ${name}`,
    change: 'Be someone else',
  },
  scanner: {
    title: 'Scan',
    hint: 'Hold the code inside the frame',
    picture: 'Read from a picture',
    close: 'Close the scanner',
    noCamera: 'The camera cannot be used. Choose a picture of the code, or type it.',
    nothingFound: 'No code was found in this picture. Try a clearer one.',
  },
};
