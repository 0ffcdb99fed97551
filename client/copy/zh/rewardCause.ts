/** 积分公益。 */
export const rewardCause = {
  title: '积分公益',
  lead: '入会后，积分也能捐给需要的地方',
  none: '现在没有公益项目',
  noneNote: '有新的项目会放在这里',
  given: '大家捐了（分）',
  mine: '我捐了（分）',
  amount: '捐多少',
  points: (points: string) => `${points} 分`,
  give: (points: string) => `捐 ${points} 分`,
  giveTo: (name: string) => `捐给${name}`,
  ask: (name: string) => `捐给「${name}」`,
  askNote: (points: string, left: string) => `捐出 ${points} 分，之后还有 ${left} 分。`,
  final: '捐出的积分不能退回。',
  confirm: '确认捐出',
  thanks: (points: string) => `谢谢你，${points} 分已经捐出。`,
};
