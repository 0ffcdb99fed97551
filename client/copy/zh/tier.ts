/** 等级。 */
export const tier = {
  rise: (points: string, next: string) => `再得 ${points} 升级分到 ${next}`,
  top: '已是最高等级',
  kept: (tier: string, day: string) => `${tier} 保至 ${day}`,
  keep: (points: string, day: string) => `${day} 前再得 ${points} 保级`,
};
