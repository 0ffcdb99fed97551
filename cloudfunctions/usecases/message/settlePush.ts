import type { Member } from '@shared/member/types';
import type { SendReason } from '@shared/message/decideSend';
import { grantEntry } from '@shared/message/grantEntry';
import { judgeAnswer, type PushAnswer } from '@shared/message/judgeAnswer';
import { grantsLeft, noticesOf, withGrants, withoutPush } from '@shared/message/notices';
import { templateOf } from '@shared/message/templates';
import type { GrantTopic } from '@shared/message/topics';
import type { MessageState, OutboxMessage } from '@shared/message/types';
import { put } from '../../adapters/database';
import { amendNotices } from './changeNotices';
import { enterUse } from './enterUse';
import { unknownWaitMs, writeStep, type Push, type SendRun } from './sendRun';

interface AnsweredPush extends Push {
  readonly answer: PushAnswer;
  readonly topic: GrantTopic | null;
  /** What handing over already did to the message. */
  readonly kept: { readonly inboxAt?: number };
}

/** Writes what the platform's answer means for the message, its grant and its template. Gives the member, null when they changed. */
export async function settlePush(run: SendRun, member: Member, push: AnsweredPush): Promise<Member | null> {
  const { message, answer, channel, kept } = push;
  const at = run.clock();
  const verdict = judgeAnswer(answer, message, at);
  switch (verdict.what) {
    case 'sent':
      await writeStep(run, message, { state: 'sent' }, { ...kept, sent: { channel, at, msgId: answer.ok ? answer.msgId : null } });
      run.counts.sent += 1;
      return member;
    case 'unknown':
      await writeStep(run, message, { state: 'unknown', reason: 'outcomeUnknown' }, { ...kept, dueAt: at + unknownWaitMs });
      run.counts.unknown += 1;
      return member;
    case 'grantGone':
      await loseGrants(member, push, at);
      return notSent(run, push, { state: 'held', reason: 'noGrant', dueAt: message.expiresAt });
    case 'stopTemplate':
      await stopTemplate(run, message, answer, at);
      await takeBack(member, push, at);
      return notSent(run, push, { state: 'held', reason: 'templateStopped', dueAt: at });
    case 'fieldWrong':
      await takeBack(member, push, at);
      return notSent(run, push, { state: 'givenUp', reason: 'fieldWrong', dueAt: message.dueAt });
    case 'giveUp':
      await takeBack(member, push, at);
      return notSent(run, push, { state: 'givenUp', reason: 'triesUsedUp', dueAt: message.dueAt });
    case 'retry':
      await takeBack(member, push, at);
      return notSent(run, push, { state: 'waiting', reason: 'refused', dueAt: verdict.at });
  }
}

async function notSent(
  run: SendRun,
  { message, kept }: AnsweredPush,
  { state, reason, dueAt }: { readonly state: MessageState; readonly reason: SendReason; readonly dueAt: number },
): Promise<null> {
  await writeStep(run, message, { state, reason }, { ...kept, dueAt, tries: message.tries + 1 });
  if (state === 'held') run.counts.held += 1;
  else if (state === 'givenUp') run.counts.givenUp += 1;
  else run.counts.postponed += 1;
  return null;
}

/** The platform refused for certain: the push has not happened, and its grant is there again. */
async function takeBack(member: Member, { message, topic }: AnsweredPush, at: number): Promise<void> {
  if (topic !== null) await enterUse(message, topic, 'returned', at);
  await amendNotices(member._id, (notices) => withoutPush(notices, { id: message._id, topic }));
}

/** 43101: whatever the ledger said, no grant is left. */
async function loseGrants(member: Member, { message, topic }: AnsweredPush, at: number): Promise<void> {
  if (topic === null) return;
  const left = grantsLeft(noticesOf(member), topic);
  const source = `${message._id}:${message.tries}`;
  await put('grantEntries', grantEntry({ memberId: message.memberId, topic, kind: 'gone', delta: -left, at, source }));
  await amendNotices(member._id, (notices) => {
    const unpushed = withoutPush(notices, { id: message._id, topic: null });
    return withGrants(unpushed, topic, -Math.min(left, grantsLeft(unpushed, topic)));
  });
}

async function stopTemplate(run: SendRun, message: OutboxMessage, answer: PushAnswer, at: number): Promise<void> {
  const { topic } = templateOf(message.kind);
  const { errCode, text } = answer.ok ? { errCode: 0, text: '' } : answer;
  run.stopped.add(topic);
  await put('templateStops', { _id: topic, errCode, text, at, messageId: message._id, liftedAt: null });
  console.error(JSON.stringify({ level: 'stopped', at, topic, errCode, text }));
}
