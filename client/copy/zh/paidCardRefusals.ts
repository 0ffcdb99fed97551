/** 买付费卡时说不的话。 */
export const paidCardRefusals = {
  'plan.unknown': '这张付费卡现在不卖，或不能这样付。请换一种看看。',
  'plan.ahead': '已经买到 {on}，先用着，过些时候再续。',
  'plan.payment': '现在付不了钱。请过一会儿再试，或改用积分。',
  'plan.noOrder': '没有这笔付费卡订单，或它还没有付款。请核对。',
  'plan.nothingLeft': '这笔订单没有剩下的天数，不用退。',
};
