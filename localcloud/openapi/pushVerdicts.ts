import { appId } from '../functions/workerEnv';
import { labelNormal, labelOther } from './securityMsgSecCheck';
import type { MediaCheck } from './mediaCheck';
import type { Wechat } from './wechat';

/** The name a mini-program's messages are addressed to. */
const originalId = 'gh_local';

/** How often a message is pushed that the function does not take. Source: the platform's documentation of message push. */
const pushesMax = 3;

/** After how long a verdict is pushed by itself; the platform takes up to 30 minutes. */
export const verdictAfterMs = 2_000;

/** Verdicts kept to be looked at; the oldest go first. */
const checksMaxCount = 1_000;

/** The platform's number for a medium that could not be fetched. Source: answers that others show. */
const notFetched = -1008;

/**
 * Pushes verdicts to the function that hears the platform's messages. `again`: those it has taken, too, since the platform may push
 * twice. `youngestMs`: not those asked for later than that. One the function does not take is pushed three times in all. Gives how
 * many it took.
 */
export async function pushVerdicts(wechat: Wechat, how: { readonly again?: boolean; readonly youngestMs?: number } = {}): Promise<number> {
  const { again = false, youngestMs = Infinity } = how;
  const asked = [...wechat.checks.entries()].map(([, check]) => check).filter((check) => check.askedMs <= youngestMs);
  const due = asked.filter((check) => (check.takenMs === null ? check.tries < pushesMax : again));
  let taken = 0;
  for (const check of due) {
    const isTaken = await pushOne(wechat, check);
    await wechat.checks.put(check.traceId, isTaken ? { ...check, takenMs: wechat.nowMs() } : { ...check, tries: check.tries + 1 });
    if (isTaken) taken += 1;
  }
  const oldest = wechat.checks.size() > checksMaxCount ? wechat.checks.oldestKey() : undefined;
  if (oldest !== undefined) await wechat.checks.remove(oldest);
  return taken;
}

/** Whether the function took it: it answers `success`, or anything else that is not a failure, as the platform has it. */
async function pushOne(wechat: Wechat, check: MediaCheck): Promise<boolean> {
  if (wechat.messagePush === undefined) return false;
  const event = JSON.stringify(verdictEvent(check, wechat.nowMs()));
  return wechat.notify(wechat.messagePush, event).then(
    (answer) => answer === '"success"',
    () => false,
  );
}

/** The event of a verdict. Source: the platform's documentation of mediaCheckAsync, and events that others show. */
function verdictEvent({ traceId, openid, suggest }: MediaCheck, nowMs: number): Readonly<Record<string, unknown>> {
  const head = {
    ToUserName: originalId,
    FromUserName: openid,
    CreateTime: Math.floor(nowMs / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
  };
  if (suggest === 'unreachable') return { ...head, detail: [], errcode: notFetched, errmsg: 'the media could not be fetched' };
  const result = { suggest, label: suggest === 'pass' ? labelNormal : labelOther };
  return { ...head, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }], errcode: 0, errmsg: 'ok', result };
}
