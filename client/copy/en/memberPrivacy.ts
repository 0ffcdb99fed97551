import type { Copy } from '../zh';

/** The privacy notice in full; it changes together with the consent version. */
export const memberPrivacy: Copy['memberPrivacy'] = {
  title: 'Privacy notice',
  lead: 'We keep only what a membership needs. This says what, why, and how to take it back.',
  parts: [
    {
      title: 'What we keep',
      text:
        'The identifier WeChat gives this program for you, your card number, the version and time of your agreement to this ' +
        'notice, and whether you want news of events. Nickname, birthday and phone number only if you give them; ' +
        'the number is verified by WeChat and can be removed at any time. For purchases: shop, order ' +
        'number, amounts, categories and time; and your check-ins, redemptions and points.',
    },
    {
      title: 'What for',
      text:
        'To work out and show your points, tier and rewards, to recognise your member code in the shop, and to find mistakes ' +
        'and misuse. Without your consent no news of events is sent.',
    },
    {
      title: 'Who can see it',
      text:
        'Staff see your nickname, tier and points only after scanning your code. We sell your data to nobody and nobody else ' + 'uses it.',
    },
    {
      title: 'How long',
      text:
        'As long as you are a member. The points ledger is only ever added to, so that it can be checked. When you leave, ' +
        'personal facts are deleted, except what the law makes us keep.',
    },
    {
      title: 'You can',
      text:
        'See and correct your data, switch off news, and change your member code at any time. A birthday changes once a year. ' +
        'You can export everything and leave below on this page.',
    },
    { title: 'Children', text: 'Members are 14 or older. If you are younger, please do not join.' },
  ],
};
