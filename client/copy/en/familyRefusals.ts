/** What is said when sharing an account is refused. */
export const familyRefusals = {
  'family.invite': 'This invitation was used, has ended or never was. Ask for another one.',
  'family.own': 'This is your own invitation. Send it to somebody.',
  'family.already': 'You share an account already. Leave it first, then join another.',
  'family.holds': 'Others share your account. Let them go first, then join another.',
  'family.paidCard': 'Your paid card still runs. Join when it has ended or was given back.',
  'family.full': 'This account has room for {most} people and is full. Let somebody go first.',
  'family.notHolder': 'Only the holder of the account can do this. Please ask them.',
};
