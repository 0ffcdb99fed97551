/** 等级。 */
export const tier = {
  ornament: { firefly: '萤火', candle: '烛光', lantern: '灯笼', galaxy: '星河' },
};
