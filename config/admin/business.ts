import { randomUUID } from 'node:crypto';
import { ask } from './ask';
import type { Session } from './session';

/** `business CARD REASON`: proposes that an account be a business's, with room for more people. */
export async function business(session: Session, [cardNumber = '', ...reason]: readonly string[]): Promise<number> {
  const { _id, state } = await ask(session, 'family.proposeBusiness', { key: randomUUID(), cardNumber, reason: reason.join(' ') });
  console.log(`${_id}  ${state}: another operator decides it`);
  return 0;
}
