import { serveEvents } from '../adapters/serveEvents';
import { hearVerdict } from '../usecases/member/avatar/hearVerdict';
import { hearEvent } from '../usecases/message/hearEvent';

/** The platform's pushed messages. */
export const main = serveEvents({ hear: hearEvent, hearVerdict });
