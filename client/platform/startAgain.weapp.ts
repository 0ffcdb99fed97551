import Taro from '@tarojs/taro';

/** Opens the app anew at its first page. */
export function startAgain(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}
