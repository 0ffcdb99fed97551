import type { Caller } from '../types';

/** The environment id and app id every function of a local cloud sees. */
export const environmentId = 'local-cloud';
export const appId = 'wx00000000000000cc';

/** Variables of a worker that hold for all its calls: what makes the real SDK talk to this machine. */
export function workerEnv(gatewayUrl: string, worker: string, ...own: Readonly<Record<string, string>>[]): Record<string, string> {
  return {
    ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
    ...Object.fromEntries(own.flatMap((variables) => Object.entries(variables))),
    TZ: 'UTC',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${gatewayUrl}?worker=${encodeURIComponent(worker)}&` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    SILENCE: 'true',
  };
}

/** Variables of one call: who calls, as `getWXContext` reads it. */
export function callEnv(caller: Caller): Record<string, string> {
  const context: Record<string, string> = { WX_APPID: appId, WX_CLIENTIP: '127.0.0.1' };
  if (caller.openid !== undefined) context['WX_OPENID'] = caller.openid;
  const env: Record<string, string> = {
    ...context,
    WX_CONTEXT_KEYS: Object.keys(context).join(','),
    TCB_SOURCE: caller.trigger === 'timer' ? 'wx_trigger' : 'wx_client',
  };
  if (caller.trigger !== undefined) env['TRIGGER_SRC'] = caller.trigger;
  return env;
}
