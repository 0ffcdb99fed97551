/** 玩。 */
export const game = {
  title: '玩',
  teaser: { title: '灯会开了', note: '转盘、九宫格、刮刮卡，概率全部公开' },
  soon: '准备中',
  draw: { title: '抽奖' },
  quiz: { title: '知识问答', note: '答对得抽奖机会' },
  riddle: { title: '猜灯谜', note: '想不出可以看提示' },
  jigsaw: { title: '拼图', note: '拼好一幅灯会图' },
  chances: '抽奖机会来自打卡、消费、答题和积分，与转发无关。',
};
