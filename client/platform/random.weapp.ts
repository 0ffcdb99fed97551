import Taro from '@tarojs/taro';

/** Random bytes from the phone. Rejects when the phone has none to give. */
export function randomBytes(count: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // With callbacks, because Taro leaves this one as WeChat has it, and not every version of WeChat gives a promise.
    void Taro.getRandomValues({
      length: count,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
