/** 没有网络时的收银台。 */
export const purchaseLate = {
  title: '离线记下的',
  waiting: '等网络',
  recorded: '已补上',
  seen: '知道了',
  scanned: (tail: string, at: string) => `尾号 ${tail} · ${at} 扫的码`,
  keep: (amount: string) => `先记下 ¥${amount}`,
  tooMuch: (max: string) => `离线一单最多 ¥${max}，请等有网络后再记。`,
  phoneFull: '这台手机存不下了。请把卡号和小票号写在纸上。',
  membersOnly: '没有网络时只能扫会员码。取货、用券请等联网后再办。',
};
