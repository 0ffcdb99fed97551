import Taro from '@tarojs/taro';

/** WeChat's number for a page shown inside Moments, without login and without cloud. */
const momentsScene = 1154;

/** Whether this is the single page that Moments show: nothing may be asked of the cloud there. */
export function isSinglePage(): boolean {
  return Taro.getLaunchOptionsSync().scene === momentsScene;
}
