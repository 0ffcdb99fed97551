import type { IncomingMessage } from 'node:http';
import { cloudFault, isCloudFault } from '../cloudFault';
import { checkSameOrigin } from '../door/checkOrigin';
import { guardControl } from '../door/controlRoutes';
import type { Sessions } from '../door/createSessions';
import { sessionHeader } from '../door/doorRoutes';
import { httpFault } from '../door/httpFault';
import { readJsonBody } from '../door/readBody';
import type { Route } from '../door/serveHttp';
import { downloadList } from '../storage/downloadList';
import type { Storage } from '../storage/storage';
import { uploadMetadata } from '../storage/uploadMetadata';
import type { Wechat } from './wechat';
import type { Suggest, WechatSide } from './wechatTypes';

/** Largest body of these requests. */
const bodyMaxBytes = 64 * 1024;

type Body = Readonly<Record<string, unknown>>;

/** What the routes stand on. */
export interface WechatRouteOptions {
  readonly wechat: Pick<Wechat, 'orders'>;
  readonly side: WechatSide;
  readonly storage: Storage;
  readonly sessions: Sessions;
  readonly controlToken: string;
}

/**
 * What the browser's client asks in place of WeChat's own app, always as the person who is signed in: accepting messages, reading them,
 * a phone number code, paying, uploading and showing files.
 */
export function wechatDoorRoutes(options: WechatRouteOptions): readonly Route[] {
  const { side, storage } = options;
  const own = (path: string, act: (openid: string, body: Body) => unknown): Route => ({
    method: 'POST',
    path,
    async handle(request) {
      checkSameOrigin(request);
      const openid = signedIn(options.sessions, request);
      const body = await readJsonBody(request, bodyMaxBytes);
      return { json: await answered(() => act(openid, body)) };
    },
  });
  return [
    own('/door/wechat/accept', async (openid, body) => ({ left: await side.accept(openid, String(body['template'])) })),
    own('/door/wechat/messages', (openid) => ({ messages: side.messages(openid) })),
    own('/door/wechat/phone-code', (openid) => ({ code: side.phoneCode(openid) })),
    own('/door/wechat/pay', (openid, body) => side.pay(ownOrder(options.wechat, openid, String(body['package'])))),
    own('/door/storage/upload', (openid, body) => uploadMetadata(storage, body['path'], openid)),
    own('/door/storage/addresses', (_openid, body) => ({ list: downloadList(storage, body['list']) })),
  ];
}

/** The same for tests and demonstrations, as anybody: behind the control token. */
export function wechatControlRoutes(options: WechatRouteOptions): readonly Route[] {
  const { side } = options;
  const any = (path: string, act: (openid: string, body: Body) => unknown): Route => ({
    method: 'POST',
    path,
    async handle(request) {
      guardControl(options.controlToken, request);
      const body = await readJsonBody(request, bodyMaxBytes);
      return { json: await answered(() => act(String(body['openid']), body)) };
    },
  });
  return [
    any('/control/wechat/accept', async (openid, body) => ({
      left: await side.accept(openid, String(body['template']), typeof body['count'] === 'number' ? body['count'] : 1),
    })),
    any('/control/wechat/messages', (_openid, body) => ({
      messages: side.messages(typeof body['openid'] === 'string' ? body['openid'] : undefined),
    })),
    any('/control/wechat/phone-code', (openid) => ({ code: side.phoneCode(openid) })),
    any('/control/wechat/open-data', (openid, body) => ({ cloudID: side.openDataId(openid, body['data']) })),
    any('/control/wechat/judge', (openid, body) => {
      side.judge(openid, suggestOf(body['suggest']));
      return {};
    }),
    any('/control/wechat/media-checks', () => ({ checks: side.mediaChecks() })),
    any('/control/wechat/push-verdicts', async (_openid, body) => ({ taken: await side.pushVerdicts({ again: body['again'] === true }) })),
    any('/control/wechat/pay', (_openid, body) => side.pay(String(body['outTradeNo']))),
  ];
}

function suggestOf(value: unknown): Suggest {
  const found = (['pass', 'review', 'risky'] as const).find((suggest) => suggest === value);
  if (found === undefined) throw cloudFault('INVALID_PARAM', 'suggest must be pass, review or risky');
  return found;
}

function signedIn(sessions: Sessions, request: IncomingMessage): string {
  const token = request.headers[sessionHeader];
  const openid = sessions.openidOf(typeof token === 'string' ? token : undefined);
  if (openid === undefined) throw httpFault(403, 'PERMISSION_DENIED', 'nobody is signed in');
  return openid;
}

/** The number of one's own order that a `package` of `requestPayment` names. */
function ownOrder(wechat: Pick<Wechat, 'orders'>, openid: string, packageText: string): string {
  const found = [...wechat.orders.entries()].find(([, order]) => `prepay_id=${order.prepayId}` === packageText && order.openid === openid);
  if (found === undefined) throw httpFault(404, 'INVALID_PARAM', 'there is no such order of yours');
  return found[0];
}

async function answered(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (thrown) {
    if (!isCloudFault(thrown) || 'status' in thrown) throw thrown;
    throw httpFault(400, thrown.code, thrown.message);
  }
}
