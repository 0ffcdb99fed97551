/** What is said when a paid card is refused. */
export const paidCardRefusals = {
  'plan.unknown': 'This paid card is not sold now, or not this way. Please choose another.',
  'plan.ahead': 'You are covered until {on}. Use it first and renew later.',
  'plan.payment': 'Payment does not work right now. Try again in a while, or use points.',
  'plan.noOrder': 'There is no such order of a paid card, or it is not paid. Please check.',
  'plan.nothingLeft': 'No days of this order are left, so there is nothing to give back.',
};
