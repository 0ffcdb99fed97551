import Taro from '@tarojs/taro';
import type { CallEvent, CallReply } from '@shared/kernel/contract';
import { SendError } from './SendError';

let ready = false;

/** Sends one call through WeChat's cloud. Throws `SendError` when no answer came. */
export async function send(name: string, event: CallEvent): Promise<CallReply> {
  if (!ready) {
    Taro.cloud.init({});
    ready = true;
  }
  let result: unknown;
  try {
    ({ result } = await Taro.cloud.callFunction({ name, data: event }));
  } catch {
    throw new SendError('lost');
  }
  if (typeof result !== 'object' || result === null || !('ok' in result)) throw new SendError('fault');
  return result as CallReply;
}
