import type { OpenApiSource } from './openApi';
import { bytesField, bytesOf, readFields } from './protobuf';
import type { Wechat } from './wechat';

/** How long a cloud id holds. Source: the platform's documentation of CloudID. */
export const openDataMaxMs = 5 * 60 * 1000;

/** The name the SDK's `getOpenData` calls by. */
export const openDataApiName = 'ApiGetOpenDataByCloudId';

/**
 * Opens cloud ids: the SDK's `ApiGetOpenDataByCloudIdReq` in, its `…Resp` out. Each is answered by itself: data, or −601005 (not a cloud
 * id), −601006 (older than five minutes), −601007 (of somebody else than the caller).
 */
export function getOpenData(message: Buffer, wechat: Wechat, source: OpenApiSource | undefined): Buffer {
  const ids = bytesOf(readFields(message), 2).map((id) => id.toString('utf8'));
  const items = ids.map((cloudId) => {
    const json = JSON.stringify({ cloudID: cloudId, ...open(cloudId, wechat, source) });
    return bytesField(1, Buffer.concat([bytesField(1, cloudId), bytesField(2, json)]));
  });
  return Buffer.concat(items);
}

function open(cloudId: string, wechat: Wechat, source: OpenApiSource | undefined): Readonly<Record<string, unknown>> {
  const ticket = wechat.openData.get(cloudId);
  if (ticket === undefined) return { errCode: -601005, errMsg: 'invalid cloudID' };
  if (wechat.nowMs() - ticket.madeMs > openDataMaxMs) return { errCode: -601006, errMsg: 'cloudID expired' };
  if (source !== undefined && source.caller.openid !== ticket.openid) {
    return { errCode: -601007, errMsg: 'cloudID and calling user does not match' };
  }
  return { data: ticket.data };
}
