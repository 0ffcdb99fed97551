/** 家庭账户说不的话。 */
export const familyRefusals = {
  'family.invite': '这份邀请已用过、已过期或不存在。请对方再发一份。',
  'family.own': '这是你自己发的邀请。请发给家人。',
  'family.already': '你已经在一个家庭账户里。先退出，再加入别的。',
  'family.holds': '你的账户里还有其他人。先请他们退出，再加入别人的。',
  'family.paidCard': '你的付费卡还在用。用完或退款后再加入。',
  'family.full': '这个账户最多 {most} 人，已经满了。请先移出一位。',
  'family.notHolder': '只有账户的持有人能这样做。请找持有人操作。',
};
