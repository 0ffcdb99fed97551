import { readPlatformEvent, type PlatformEvent } from '@shared/message/platformEvent';
import { callerOpenid } from './sdk';

/** The platform takes this for an answer; anything else makes it push again. */
const taken = 'success';

/** An event that is this much older or newer than now is none of the platform's. */
const ageMaxMs = 3 * 24 * 3_600_000;

interface EventHandlers {
  readonly hear: (event: PlatformEvent, now: number) => Promise<'heard' | 'unknownMember' | 'busy'>;
}

/**
 * Makes the entry point for the platform's pushed messages. The platform's permission rule lets nobody else call it; should the rule be
 * missing, a caller with an identity may speak only for themselves, and LANTERN_ORIGINAL_ID (the mini-program's gh_… id) must be right.
 */
export function serveEvents({ hear }: EventHandlers): (raw: unknown) => Promise<string> {
  return async (raw) => {
    const now = Date.now();
    if (typeof raw !== 'object' || raw === null) return 'refused';
    const fields = raw as Readonly<Record<string, unknown>>;
    const originalId = process.env['LANTERN_ORIGINAL_ID'] ?? '';
    if (originalId !== '' && fields['ToUserName'] !== originalId) return 'refused';
    const event = readPlatformEvent(fields);
    // Other kinds of pushed messages are not for us; they must not come again and again.
    if (event === null) return fields['MsgType'] === 'event' ? taken : 'refused';
    const caller = callerOpenid();
    if ((caller !== '' && caller !== event.openid) || Math.abs(now - event.at) > ageMaxMs) return 'refused';
    const outcome = await hear(event, now);
    // Somebody who has no card has no grants; a busy moment is worth another push.
    if (outcome === 'busy') throw new Error('Too busy to hear the event: push it again');
    return taken;
  };
}
