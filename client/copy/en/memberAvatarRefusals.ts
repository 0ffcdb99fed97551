/** Every way in which a picture may be refused. */
export const memberAvatarRefusals = {
  'avatar.missing': 'This picture did not arrive. Please choose it again.',
  'avatar.kind': 'Only JPG and PNG pictures can be used. Please choose another.',
  'avatar.size': 'A picture must be square, at most {px} pixels wide and {kb} KB. Please choose another.',
  'avatar.dayLimit': 'A picture can be changed {max} times a day. Come back tomorrow.',
  'avatar.unknown': 'There is no such picture; its owner may have left. Please refresh.',
  'avatar.decided': 'A colleague has decided about it, or its owner has changed it. Please refresh.',
} as const;
