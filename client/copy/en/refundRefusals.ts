/** What is said when a refund, a shift or a cancellation is refused. */
export const refundRefusals = {
  'refund.otherShop': 'This purchase is refunded where it was sold. Please tell the shopper.',
  'refund.undone': 'This purchase was undone or voided. There is nothing to refund.',
  'refund.tooLate': 'More than {days} days have passed: it cannot be refunded. Please ask the shift lead.',
  'refund.units': 'Line {line} has only {left} left to refund. Change the number.',
  'refund.nothingLeft': 'Everything of this purchase is refunded. Check the order number.',
  'refund.amount': 'No items left of this purchase come to ¥{amount}. Check the sum item by item.',
  'refund.changed': 'Another refund of this purchase was just made. Look again, then refund.',
  'undo.refunded': 'Part of this purchase was refunded. Refund the rest instead.',
  'undo.giftUsed': 'The voucher given with this purchase is used. Refund it instead.',
  'void.shiftClosed': 'The shift that sold this is closed, so it cannot be voided. Refund it instead.',
  'shift.open': 'Your shift has been open since {at}. Close it first.',
  'shift.none': 'No shift is open. Open one first.',
  'cancel.unknown': 'This redemption was not found. Refresh the list.',
  'cancel.handedOver': 'It has been handed over and cannot be cancelled.',
  'cancel.tooLate': 'More than {days} days have passed: it cannot be cancelled, but you can still pick it up.',
  'reward.cancelled': 'This redemption was cancelled. Redeem it again if you want it.',
};
