import type { Session } from './session';
import { ask } from './ask';

/** `groups`: members each group has brought, in all and in the last 30 days, tab-separated. */
export async function groups(session: Session): Promise<number> {
  const found = await ask(session, 'store.groupFigures', {});
  for (const { id, name, joined, joinedLately } of found.groups) {
    console.log([id, name[session.language], joined, joinedLately].join('\t'));
  }
  return 0;
}
