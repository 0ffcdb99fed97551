import type { Copy } from '../zh';

/** My data: export and leaving. */
export const memberRights: Copy['memberRights'] = {
  exportTitle: 'Export my data',
  exportNote: 'We put every record about you into one file. Its link appears here and works for 24 hours.',
  exportAsk: 'Ask for the file',
  exportWaiting: 'Being made, usually within minutes.',
  exportLook: 'See whether it is ready',
  exportReady: (until) => `Ready. Download it before ${until}.`,
  copyLink: 'Copy the link',
  copied: 'Copied. Open it in a browser',
  leaveTitle: 'Leave the programme',
  leaveNote: 'You have 7 days to change your mind. Meanwhile points, vouchers and your code do not work.',
  leave: 'Leave',
  leaveAsk: 'Do you really want to leave?',
  leaveMeans: [
    'For 7 days you can change your mind: open the home page and choose “Stay”.',
    'After 7 days your points are closed, vouchers revoked, and your nickname, birthday and messages erased for good.',
    'The unused days of a paid card are given back in proportion.',
    'Records of purchases that the law asks for stay, but no longer show that they were yours.',
    'If you join again within a year there is no welcome gift.',
  ],
  leaveDo: 'Begin leaving',
  keepCard: 'Keep my card',
  leaving: (at) => `You are leaving. Your data is erased on ${at}; until then points, vouchers and your code do not work.`,
  stay: 'Stay',
};
