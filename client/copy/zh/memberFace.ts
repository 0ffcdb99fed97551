/** 卡面与入会纪念。 */
export const memberFace = {
  title: '卡面',
  row: (name: string) => `现在是 ${name}`,
  lead: '换一张卡面，首页、会员码和收银台都看得到。',
  names: {
    lantern: '灯火',
    osmanthus: '桂影',
    celadon: '青瓷',
    snow: '夜雪',
    silk: '红绸',
    galaxy: '星河夜',
    moon: '月白',
  },
  needs: {
    snow: '烛光会员起',
    silk: '灯笼会员起',
    galaxy: '星河会员',
    moon: '付费卡专属',
  },
  joined: (day: string, days: string) => `${day} 入会 · 第 ${days} 天`,
  years: (day: string, years: number) => `${day} 入会 · ${years} 年了`,
  anniversary: (years: number) => `今天是入会 ${years} 周年`,
};
