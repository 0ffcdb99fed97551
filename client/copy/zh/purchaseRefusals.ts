/** 收银台算价与确认的每一种「不行」。 */
export const purchaseRefusals = {
  'quote.unknown': '没有找到这次算的价。请重新输入金额。',
  'quote.changed': '和刚才算的不一样了。请看新的价格，再确认一次。',
  'quote.lapsed': '算好的价到 {at} 为止，已经过期。请看新的价格，再确认。',
  'quote.replaced': '这一单已经重新算过。请看新的价格，再确认。',
  'quote.used': '这个价已经记过账了。请看最近记录。',
  'quote.tier': '顾客的等级刚刚变了，价格也变了。请看新的价格，再确认。',
  'quote.price': '活动或价格刚刚变了。请看新的价格，再确认。',
  'quote.points': '今日积分上限有变，这一单现在得 {points} 分。请再确认一次。',
  'quote.gift': '满赠的赠品刚刚变了。请看新的结果，再确认。',
  'voucher.notTogether': '这几张券不能一起用。请换一种组合。',
} as const;
