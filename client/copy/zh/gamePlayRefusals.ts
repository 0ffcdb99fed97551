/** 问答、灯谜、拼图里的「不行」。 */
export const gamePlayRefusals = {
  'quiz.unknown': '没有找到这场问答。请回到「玩」重新选择。',
  'quiz.closed': '这场问答现在没有开放。看看别的游戏。',
  'quiz.passed': '今天已经答过关了，明天再来。',
  'quiz.roundsUsed': '每天最多答 {max} 轮，今天已经答满。明天再来。',
  'quiz.order': '要一题一题地答。请从现在这一题接着来。',
  'quiz.answered': '这一题已经答过，以第一次为准。请看下一题。',
  'riddle.unknown': '没有找到这条灯谜。请回到「玩」重新选择。',
  'riddle.closed': '灯谜会现在没有开放，改天再来猜。',
  'riddle.over': '这条灯谜已经揭晓，去猜下一条吧。',
  'riddle.empty': '谜底要有字。请写出来再提交。',
  'riddle.noHint': '没有更多提示了。请试着猜一猜。',
  'row.unknownFestival': '没有「{festival}」这场灯谜会。请先导入。',
  'row.unknownQuiz': '没有「{quiz}」这场问答。请先导入问答。',
  'row.optionsChanged': '这一题已有 {have} 个选项，个数不能改。请另出一题。',
};
