import { accept, type Outcome } from '@shared/kernel/refusal';
import type { GrantTopic } from '@shared/message/topics';
import { change } from '../../adapters/database';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';

/** Lifts the stop of a topic's template; what it held goes out within the hour, as long as it is worth it. */
export async function resume(who: StaffCaller, input: { topic: GrantTopic }): Promise<Outcome<{ readonly lifted: boolean }>> {
  const lifted = (await change('templateStops', { _id: input.topic, liftedAt: null }, { liftedAt: who.now })) === 1;
  if (lifted) await record(who, 'message.resume', input.topic, 'lifted');
  return accept({ lifted });
}
