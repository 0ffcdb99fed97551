/** 退货、交班与取消兑换时说不的话。 */
export const refundRefusals = {
  'refund.otherShop': '这一单要回卖出的那家店退。请告诉顾客。',
  'refund.undone': '这一单已经撤销或作废，不用再退。',
  'refund.tooLate': '超过 {days} 天，不能退了。请向店长说明。',
  'refund.units': '第 {line} 行只剩 {left} 件可退。请改件数。',
  'refund.nothingLeft': '这一单已经全部退完。请核对单号。',
  'refund.amount': '这一单没有哪几件正好是 ¥{amount}。请按件核对金额。',
  'refund.changed': '这一单刚刚有别的退货。请刷新后再退。',
  'undo.refunded': '这一单已经退过货，剩下的请走退货。',
  'undo.giftUsed': '这一单送的券已经用掉了。请走退货。',
  'void.shiftClosed': '卖出这一单的班次已经交班，不能作废。请走退货。',
  'shift.open': '你的班次 {at} 已经开了。请先交班。',
  'shift.none': '现在没有开着的班次。先开班再交班。',
  'cancel.unknown': '没有找到这次兑换。请刷新列表。',
  'cancel.handedOver': '这件已经取走，不能取消了。',
  'cancel.tooLate': '兑换超过 {days} 天，不能取消了，仍可到店取货。',
  'reward.cancelled': '这次兑换已经取消。想要的话请再兑一次。',
};
