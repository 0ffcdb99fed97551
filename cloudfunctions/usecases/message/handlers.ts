import { grant } from './grant';
import { inbox } from './inbox';
import { opened } from './opened';
import { outboxFigures } from './outboxFigures';
import { preview } from './preview';
import { read } from './read';
import { resume } from './resume';
import { settings } from './settings';
import { switchTopic } from './switchTopic';

/** What a member can ask of messages. */
export const messageMemberHandlers = {
  'message.grant': grant,
  'message.switch': switchTopic,
  'message.settings': settings,
  'message.inbox': inbox,
  'message.read': read,
  'message.opened': opened,
};

/** What an operator can ask of them. */
export const messageConsoleHandlers = {
  'message.preview': preview,
  'message.outbox': outboxFigures,
  'message.resume': resume,
};
