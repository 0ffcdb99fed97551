import { grantTopics } from '@shared/message/topics';
import type { Session } from './session';
import { ask } from './ask';

/** `preview [KIND]`: what each kind of message would say, in both languages, and the platform's fields. */
export async function preview(session: Session, [wanted = '']: readonly string[]): Promise<number> {
  const { previews } = await ask(session, 'message.preview', {});
  const shown = previews.filter(({ kind }) => wanted === '' || kind === wanted);
  for (const { kind, real, title, body, fields } of shown) {
    console.log(`${kind}  ${real ? 'with the facts of a message' : 'with made-up facts'}`);
    for (const language of ['zh', 'en'] as const) {
      console.log(`  ${language}  ${title[language]} | ${body[language]}`);
      const values = Object.entries(fields[language]).map(([field, value]) => `${field}=${value}`);
      if (values.length > 0) console.log(`      ${values.join('  ')}`);
    }
  }
  return shown.length === 0 ? 1 : 0;
}

/** `outbox`: messages by state, and stopped templates. */
export async function outbox(session: Session): Promise<number> {
  const { states, stops } = await ask(session, 'message.outbox', {});
  for (const [state, count] of Object.entries(states)) console.log(`${state}\t${count}`);
  for (const { _id, errCode, text, at } of stops) console.log(`stopped\t${_id}\t${errCode}\t${new Date(at).toISOString()}\t${text}`);
  return stops.length === 0 ? 0 : 1;
}

/** `resume TOPIC`: lifts the stop of a template. */
export async function resume(session: Session, [wanted = '']: readonly string[]): Promise<number> {
  const topic = grantTopics.find((each) => each === wanted);
  if (topic === undefined) throw new Error(`Unknown topic "${wanted}". Topics are: ${grantTopics.join(', ')}.`);
  const { lifted } = await ask(session, 'message.resume', { topic });
  console.log(lifted ? `${topic} goes on` : `${topic} was not stopped`);
  return lifted ? 0 : 1;
}
