import Taro from '@tarojs/taro';
import type { AskedMessages } from './types';

/** Asks for messages of these templates by the platform's own dialog. Must be called in a tap, before anything is awaited. */
export async function askMessages(templateIds: readonly string[]): Promise<AskedMessages> {
  try {
    // The platform names each template in its answer; Taro's type knows one field more than the platform asks for.
    const options = { tmplIds: [...templateIds] } as Taro.requestSubscribeMessage.Option;
    const answer = (await Taro.requestSubscribeMessage(options)) as unknown as Readonly<Record<string, unknown>>;
    return { asked: true, accepted: new Set(templateIds.filter((id) => answer[id] === 'accept')) };
  } catch {
    return { asked: false, why: 'switchedOff' };
  }
}
