import Taro from '@tarojs/taro';
import { openPath } from '@/platform/navigate';

const went: string[] = [];
const go = ({ url }: { readonly url: string }): ReturnType<typeof Taro.navigateTo> => {
  went.push(url);
  return Promise.resolve({ errMsg: 'ok' });
};

beforeEach(() => {
  went.length = 0;
  jest.spyOn(Taro, 'navigateTo').mockImplementation(go);
  jest.spyOn(Taro, 'switchTab').mockImplementation(go);
});
afterEach(() => jest.restoreAllMocks());

test.each([
  ['packages/games/verify/index?pool=spring%20draw', '/packages/games/verify/index?pool=spring%20draw'],
  ['packages/account/inbox/index', '/packages/account/inbox/index'],
  ['pages/rewards/index', '/pages/rewards/index'],
  ['packages/from/a/newer/version?x=1', '/pages/home/index'],
])('a message’s path %s opens %s', (path, url) => {
  openPath(path);
  expect(went).toEqual([url]);
});
