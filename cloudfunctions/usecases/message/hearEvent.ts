import { accept, refuse } from '@shared/kernel/refusal';
import { grantTopicOf } from '@shared/message/decideSend';
import { hearGrant, loseGrants, type GrantsHeard } from '@shared/message/grants';
import { noticesOf } from '@shared/message/notices';
import type { PlatformEvent } from '@shared/message/platformEvent';
import { templateIdOf } from '@shared/message/policy';
import { grantTopics, type GrantTopic } from '@shared/message/topics';
import { change, find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { wakeHeld } from './wakeHeld';

const messagesMax = 20;

/**
 * Takes one of the platform's events about subscription messages: it corrects the ledger of grants (the phone's word is only a claim) and
 * settles messages whose answer was lost. Every event is heard once, whatever how often it comes: its entry is named after it.
 */
export async function hearEvent(event: PlatformEvent, now: number): Promise<'heard' | 'unknownMember' | 'busy'> {
  const programme = await loadProgramme(now);
  for (const item of event.items) {
    const topic = grantTopics.find((each) => templateIdOf(programme.messages, each) === item.templateId);
    if (topic === undefined) continue;
    const done = event.kind === 'sent' ? await hearSent(event, topic, item) : await hearAnswer(event, topic, item, now);
    if (done !== 'heard') return done;
  }
  return 'heard';
}

type Item = PlatformEvent['items'][number];

async function hearAnswer(event: PlatformEvent, topic: GrantTopic, item: Item, now: number): Promise<'heard' | 'unknownMember' | 'busy'> {
  const outcome = await transact(async (transaction) => {
    const member = await transaction.get('members', event.openid);
    if (member === null) return refuse('unknownMember');
    const source = `${event.kind}@${event.at}`;
    const heard = judge(event, topic, item, source, noticesOf(member), member.memberId);
    const [entry] = heard.entries;
    if (entry === undefined || (await transaction.get('grantEntries', entry._id)) !== null) return accept(null);
    await transaction.put('members', { ...member, notices: { ...heard.notices, rev: heard.notices.rev + 1 } });
    await transaction.add('grantEntries', heard.entries);
    return accept({ memberId: member.memberId, gained: entry.delta > 0 });
  });
  if (!outcome.ok) return outcome.refusal.code === 'unknownMember' ? 'unknownMember' : 'busy';
  if (outcome.value?.gained === true) await wakeHeld(outcome.value.memberId, [topic], now);
  return 'heard';
}

function judge(
  event: PlatformEvent,
  topic: GrantTopic,
  item: Item,
  source: string,
  notices: ReturnType<typeof noticesOf>,
  memberId: string,
): GrantsHeard {
  if (event.kind === 'popup') return hearGrant(notices, memberId, { topic, accepted: item.accepted, by: 'event', at: event.at, source });
  // Switched on again in WeChat's settings gives no message; switched off takes all that were left.
  return item.accepted ? { notices, entries: [] } : loseGrants(notices, memberId, { topic, at: event.at, source });
}

/** What became of a message, by its number, or by being the only one of its template whose answer is open. */
async function hearSent(event: PlatformEvent, topic: GrantTopic, item: Item): Promise<'heard' | 'unknownMember'> {
  const [member] = await find('members', { _id: event.openid }, { limit: 1 });
  if (member === undefined) return 'unknownMember';
  const open = await Promise.all(
    (['unknown', 'sending', 'held'] as const).map((state) => find('outbox', { memberId: member.memberId, state }, { limit: messagesMax })),
  );
  const settled = await find('outbox', { memberId: member.memberId, state: 'sent' }, { limit: messagesMax, order: [['dueAt', 'desc']] });
  if (settled.some(({ sent }) => sent?.msgId === item.msgId)) return 'heard';
  const ours = open
    .flat()
    .filter((message) => grantTopicOf(message) === topic && (message.state !== 'held' || message.reason === 'outcomeUnknown'));
  const noted = ours.filter(({ _id }) => noticesOf(member).recent.some(({ id }) => id === _id));
  const [message] = noted.sort((a, b) => a.dueAt - b.dueAt);
  if (message === undefined) return 'heard';
  const arrived = item.errorCode === '0';
  const step = arrived ? ({ state: 'sent', reason: null } as const) : ({ state: 'givenUp', reason: 'refused' } as const);
  const history = [...message.history, { at: event.at, state: step.state, reason: 'event' }];
  const sent = arrived ? ({ channel: 'subscription', at: event.at, msgId: item.msgId } as const) : null;
  await change('outbox', { _id: message._id, state: message.state }, { ...step, sent, history });
  return 'heard';
}
