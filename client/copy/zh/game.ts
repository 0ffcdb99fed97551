/** 玩。 */
export const game = {
  title: '玩',
  lead: '灯还在挂，正在准备',
  note: '下面这些还没有开放。开放前会先公布规则、奖品和概率。',
  teaser: { title: '灯会在准备', note: '转盘、问答、灯谜和拼图，先公布规则再开放' },
  soon: '准备中',
  draw: { title: '灯会转转乐', note: '概率和库存全部公开，结果可以自己验证' },
  quiz: { title: '知识问答', note: '答对得抽奖机会' },
  riddle: { title: '猜灯谜', note: '想不出可以看提示' },
  jigsaw: { title: '拼图', note: '拼好一幅灯会图' },
  chances: '抽奖机会只来自打卡、消费和答题，与转发无关。',
  act: '先去打卡',
};
