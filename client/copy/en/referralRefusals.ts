/** Every "no" of invitations. */
export const referralRefusals = {
  'referral.unknown': 'This invitation is no longer there. You can join directly, or ask your friend for a new one.',
  'referral.off': 'Invitations are paused for now. Joining still works: open your card directly.',
  'referral.noCode': 'The mini-program code cannot be drawn right now. Use the invitation card, and come back later.',
  'referral.noLink': 'The link cannot be made right now. Use the invitation card or a poster, and come back later.',
  'referral.unknownFriend': 'This friend was not found. Refresh and try again.',
  'referral.appealed': 'You have asked about this one before; each can be looked at again once.',
  'referral.noAppeal': 'There is nothing to look at again here. See the reason it gives.',
  'referral.decided': 'This one has been decided already. Refresh the list.',
} as const;
