/** 邀请的每一种「不行」。 */
export const referralRefusals = {
  'referral.unknown': '这份邀请已经不在了。可以直接入会，或请朋友重新发一份。',
  'referral.off': '邀请活动现在暂停了。入会不受影响，欢迎直接开卡。',
  'referral.noCode': '小程序码暂时画不出来。请先用邀请卡片，过一会儿再来。',
  'referral.noLink': '链接暂时生成不了。请先用邀请卡片或海报，过一会儿再来。',
  'referral.unknownFriend': '没有找到这位朋友的记录。请刷新后再试。',
  'referral.appealed': '这一条已经申诉过了，每条只能申诉一次。',
  'referral.noAppeal': '这一条不用申诉，或不能申诉。请看它写的原因。',
  'referral.decided': '这一条已经处理过了。请刷新列表。',
} as const;
