/** 玩。 */
export const game = {
  title: '玩',
  teaser: { title: '灯会开了', note: '转盘、九宫格、刮刮卡，概率全部公开' },
  week: {
    title: '本周的游戏',
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    count: (count: number) => (count === 0 ? '没有游戏' : `${count} 个游戏`),
    none: '这一天没有安排，看看别的日子。',
    chance: (count: number) => `得 ${count} 次抽奖机会`,
    points: (points: string) => `得 ${points} 积分`,
  },
  draw: { title: '抽奖' },
  quiz: { title: '知识问答' },
  riddle: { title: '猜灯谜' },
  jigsaw: { title: '拼图' },
  given: {
    chances: (count: number) => `得到 ${count} 次抽奖机会，马上可以用`,
    points: (points: string) => `${points} 积分已经到账`,
    noRoom: '今天这样得的机会已满，这次不再加',
    toDraw: '去抽奖',
  },
  chances: '抽奖机会来自打卡、消费、游戏和积分，与转发无关。',
};
