import Taro from '@tarojs/taro';

/** Puts a text on the clipboard; false when the phone does not let us. WeChat shows its own remark. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
