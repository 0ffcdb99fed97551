import { suggests, type PictureVerdict } from './types';

/** One of the platform's verdicts about a picture, as it was pushed. */
export interface VerdictEvent {
  /** Whose the picture is, as the platform says. */
  readonly openid: string;
  /** Epoch ms. */
  readonly at: number;
  /** The mini-program it is about; empty when the event does not say. */
  readonly appid: string;
  readonly traceId: string;
  readonly verdict: PictureVerdict;
}

const traceIdPattern = /^[\w-]{1,64}$/;
const openidPattern = /^[\w-]{1,64}$/;

/**
 * Reads the event `wxa_media_check` (version 2) as the platform pushes it: `trace_id`, `result` with `suggest` and `label` (a number, or
 * its digits), or an `errcode` other than 0 when the picture could not be looked at. Null for everything else.
 * Source: the platform's documentation of mediaCheckAsync, and events that others show.
 */
export function readVerdict(raw: Readonly<Record<string, unknown>>): VerdictEvent | null {
  const { MsgType, Event, FromUserName, CreateTime, appid, trace_id: traceId } = raw;
  const seconds = Number(CreateTime);
  if (MsgType !== 'event' || Event !== 'wxa_media_check' || !Number.isSafeInteger(seconds) || seconds <= 0) return null;
  if (typeof FromUserName !== 'string' || !openidPattern.test(FromUserName)) return null;
  if (typeof traceId !== 'string' || !traceIdPattern.test(traceId)) return null;
  const verdict = verdictOf(raw);
  return verdict && { openid: FromUserName, at: seconds * 1000, appid: typeof appid === 'string' ? appid : '', traceId, verdict };
}

function verdictOf({ errcode = 0, result }: Readonly<Record<string, unknown>>): PictureVerdict | null {
  const failed = Number(errcode);
  if (!Number.isSafeInteger(failed)) return null;
  if (failed !== 0) return { failed };
  const { suggest, label } = (typeof result === 'object' && result !== null ? result : {}) as Readonly<Record<string, unknown>>;
  const said = suggests.find((each) => each === suggest);
  return said === undefined ? null : { suggest: said, label: Number(label) || 0 };
}
