import Taro from '@tarojs/taro';

/** Scans one code with the phone's scanner; null when the person turned back. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] });
    return result;
  } catch {
    return null;
  }
}
