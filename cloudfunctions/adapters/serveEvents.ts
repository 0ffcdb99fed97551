import { readVerdict, type VerdictEvent } from '@shared/member/avatar/readVerdict';
import { readPlatformEvent, type PlatformEvent } from '@shared/message/platformEvent';
import { callerOpenid, ownAppid } from './sdk';

/** The platform takes this for an answer; anything else makes it push again. */
const taken = 'success';

/** An event that is this much older or newer than now is none of the platform's. */
const ageMaxMs = 3 * 24 * 3_600_000;

/** What came of hearing an event. */
type Heard = 'heard' | 'unknownMember' | 'busy';

interface EventHandlers {
  readonly hear: (event: PlatformEvent, now: number) => Promise<Heard>;
  readonly hearVerdict: (event: VerdictEvent, now: number) => Promise<Heard>;
}

/**
 * Makes the entry point for the platform's pushed messages. The platform's permission rule lets nobody else call it; should the rule be
 * missing, a caller with an identity may speak only for themselves, and LANTERN_ORIGINAL_ID (the mini-program's gh_… id) must be right.
 */
export function serveEvents(handlers: EventHandlers): (raw: unknown) => Promise<string> {
  return async (raw) => {
    const now = Date.now();
    if (typeof raw !== 'object' || raw === null) return 'refused';
    const fields = raw as Readonly<Record<string, unknown>>;
    const originalId = process.env['LANTERN_ORIGINAL_ID'] ?? '';
    if (originalId !== '' && fields['ToUserName'] !== originalId) return 'refused';
    const [verdict, event] = [readVerdict(fields), readPlatformEvent(fields)];
    const heard = verdict ?? event;
    // Other kinds of pushed messages are not for us; they must not come again and again.
    if (heard === null) return fields['MsgType'] === 'event' ? taken : 'refused';
    if (!isTrusted(heard, now) || (verdict !== null && !isOurs(verdict))) return 'refused';
    const outcome =
      verdict !== null ? await handlers.hearVerdict(verdict, now) : event !== null ? await handlers.hear(event, now) : 'heard';
    // Somebody who has no card has no grants; a busy moment is worth another push.
    if (outcome === 'busy') throw new Error('Too busy to hear the event: push it again');
    return taken;
  };
}

/** Neither another's word nor one out of its time. */
function isTrusted({ openid, at }: { readonly openid: string; readonly at: number }, now: number): boolean {
  const caller = callerOpenid();
  return (caller === '' || caller === openid) && Math.abs(now - at) <= ageMaxMs;
}

/** A verdict names the mini-program it is about. */
function isOurs({ appid }: VerdictEvent): boolean {
  const own = ownAppid();
  return own === '' || appid === '' || appid === own;
}
