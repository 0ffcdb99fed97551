import type { LocalCloud } from '@localcloud/index';
import type { CallReply } from '@shared/kernel/contract';

/** Calls one function of a local cloud as one person, on a device named after them unless another is named. */
export function callAs(
  cloud: LocalCloud,
  functionName: string,
  openid: string,
  device = `phone-${openid}`,
): (method: string, input: object) => Promise<CallReply> {
  return async (method, input) => (await cloud.call(functionName, { method, input, device }, { openid })) as CallReply;
}
