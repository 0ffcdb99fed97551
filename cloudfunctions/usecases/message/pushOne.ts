import type { Member } from '@shared/member/types';
import { grantTopicOf } from '@shared/message/decideSend';
import { fillFields, fillWords } from '@shared/message/fillTemplate';
import type { PushAnswer } from '@shared/message/judgeAnswer';
import { noticesOf, withoutPush, withPush } from '@shared/message/notices';
import { pageOf } from '@shared/message/pageOf';
import { templateIdOf } from '@shared/message/policy';
import { templateOf } from '@shared/message/templates';
import type { GrantTopic } from '@shared/message/topics';
import { sendSubscribeMessage } from '../../adapters/sendSubscribeMessage';
import { smsProvider } from '../../adapters/sms/smsProvider';
import { amendNotices, changeNotices } from './changeNotices';
import { enterUse } from './enterUse';
import { settlePush } from './settlePush';
import { writeStep, type Push, type SendRun } from './sendRun';

/** Looked at again after this when somebody else changed the member meanwhile. */
const stepAsideMs = 5_000;

/**
 * Hands one claimed message to the platform: notes it with the member first (a message that is noted is never handed over again), enters
 * the grant it uses, sends, and writes what came of it. Four operations. Gives the member as they are afterwards, null to read them anew.
 */
export async function pushOne(run: SendRun, member: Member, push: Push): Promise<Member | null> {
  const { message, inbox } = push;
  const at = run.clock();
  const topic = grantTopicOf(message);
  const noted = await note(member, push, at, topic);
  if (noted === null) {
    await writeStep(run, message, { state: 'waiting' }, { dueAt: at + stepAsideMs, attemptId: null });
    return null;
  }
  const answer = await handOver(run, noted, push);
  const kept = inbox ? { inboxAt: at } : {};
  return settlePush(run, noted, { ...push, answer, kept, topic });
}

/** Notes the push with the member and in the ledger of grants. What goes wrong here is taken back: the platform was not asked yet. */
async function note(member: Member, { message, inbox }: Push, at: number, topic: GrantTopic | null): Promise<Member | null> {
  const notices = noticesOf(member);
  try {
    const pushed = withPush(notices, { id: message._id, at, topic });
    const noted = await changeNotices(member, { ...pushed, unread: pushed.unread + (inbox ? 1 : 0) });
    if (noted !== null && topic !== null) await enterUse(message, topic, 'used', at);
    return noted;
  } catch (fault) {
    await amendNotices(member._id, (now) =>
      now.recent.some((each) => each.id === message._id && each.at === at) ? withoutPush(now, { id: message._id, topic }) : now,
    );
    throw fault;
  }
}

async function handOver(run: SendRun, member: Member, { message, channel }: Push): Promise<PushAnswer> {
  const { language } = noticesOf(member);
  if (channel === 'sms') {
    const provider = smsProvider();
    if (provider === null) throw new Error('SMS was decided without a provider');
    return provider.send({ phone: member.phone ?? '', ...fillWords(message.kind, message.facts, language) });
  }
  const { topic } = templateOf(message.kind);
  const page = pageOf(message.kind, message.facts);
  return sendSubscribeMessage({
    openid: member._id,
    templateId: templateIdOf(run.programme.messages, topic as GrantTopic),
    page: `${page}${page.includes('?') ? '&' : '?'}m=${message.ref}`,
    language,
    fields: fillFields(message.kind, message.facts, language),
  });
}
