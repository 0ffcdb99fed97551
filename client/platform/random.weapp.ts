import Taro from '@tarojs/taro';

/** Random bytes from the phone. Rejects when the phone has none to give. */
export async function randomBytes(count: number): Promise<Uint8Array> {
  const { randomValues } = await Taro.getRandomValues({ length: count });
  return new Uint8Array(randomValues);
}
