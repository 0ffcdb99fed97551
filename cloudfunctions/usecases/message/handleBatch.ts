import type { Member } from '@shared/member/types';
import type { Recipient, SendDecision } from '@shared/message/decideSend';
import { noticesOf } from '@shared/message/notices';
import { planSends, type PlannedSend } from '@shared/message/planSends';
import type { OutboxMessage } from '@shared/message/types';
import { change, find } from '../../adapters/database';
import { amendNotices } from './changeNotices';
import { pushOne } from './pushOne';
import { claimMs, unknownWaitMs, writeStep, type SendRun } from './sendRun';

/** Members served at a time: most of a push is waiting for the platform. How fast it goes at most, the programme's pace says. */
const atOnce = 64;
const operationsPerPush = 4;

/**
 * Decides a batch of due messages and carries it out: all that are to be pushed are claimed by one write, then each member's are handled in
 * turn. Gives how many were handled; what the time did not suffice for is let go again.
 */
export async function handleBatch(run: SendRun, due: readonly OutboxMessage[]): Promise<number> {
  const ids = [...new Set(due.map(({ memberId }) => memberId))];
  const members = await find('members', { memberId: { anyOf: ids } }, { limit: ids.length });
  const people = new Map(members.map((member) => [member.memberId, member]));
  const plans = planSends(due, new Map(members.map((member) => [member.memberId, recipientOf(member)])), settingOf(run));
  const claimed = await claim(run, plans);
  const ours = plans.flatMap((plan) => {
    if (plan.decision.act !== 'push') return [plan];
    return claimed.has(plan.message._id)
      ? [{ ...plan, message: { ...plan.message, state: 'sending', attemptId: run.attemptId } as const }]
      : [];
  });
  const late: OutboxMessage[] = [];
  const queue = ids.map((id) => ours.filter(({ message }) => message.memberId === id)).filter((group) => group.length > 0);
  const serve = async (): Promise<void> => {
    for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
      await serveMember(run, people.get(group[0]?.message.memberId ?? '') ?? null, group, late).catch((fault: unknown) => {
        run.counts.faults += 1;
        console.error(
          JSON.stringify({ level: 'fault', at: run.clock(), message: fault instanceof Error ? fault.stack : JSON.stringify(fault) }),
        );
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, serve));
  await letGo(run, late);
  return ours.length;
}

function recipientOf(member: Member): Recipient {
  return { notices: noticesOf(member), marketing: member.marketing.agreed, phone: member.phone ?? null };
}

function settingOf({ clock, programme, stopped, sms }: SendRun): Parameters<typeof planSends>[2] {
  return { now: clock(), offsetMinutes: programme.offsetMinutes, policy: programme.messages, stopped, sms };
}

/** Claims what is to be pushed; another run's claims stay its own. Gives the ids of those that are this run's now. */
async function claim(run: SendRun, plans: readonly PlannedSend[]): Promise<ReadonlySet<string>> {
  const pushes = plans.filter(({ decision }) => decision.act === 'push').map(({ message }) => message);
  const [first] = pushes;
  if (first === undefined) return new Set();
  const ids = pushes.map(({ _id }) => _id);
  const dueAt = run.clock() + claimMs;
  const fields = { state: 'sending', attemptId: run.attemptId, dueAt } as const;
  const changed = await change('outbox', { _id: { anyOf: ids }, state: first.state }, fields);
  if (changed === ids.length) return new Set(ids);
  const found = await find('outbox', { _id: { anyOf: ids }, attemptId: run.attemptId, state: 'sending', dueAt }, { limit: ids.length });
  return new Set(found.map(({ _id }) => _id));
}

/** What the time did not suffice for waits again, by one write: nothing has happened to it. */
async function letGo(run: SendRun, late: readonly OutboxMessage[]): Promise<void> {
  if (late.length === 0) return;
  const ours = { _id: { anyOf: late.map(({ _id }) => _id) }, state: 'sending', attemptId: run.attemptId } as const;
  await change('outbox', ours, { state: 'waiting', dueAt: run.clock(), attemptId: null });
}

async function serveMember(run: SendRun, member: Member | null, group: readonly PlannedSend[], late: OutboxMessage[]): Promise<void> {
  let current = member;
  let laidIn = 0;
  for (const { message, decision } of group) {
    if (decision.act !== 'push') {
      if (decision.inbox) laidIn += 1;
      await keep(run, message, decision);
      await run.spend(1);
    } else if (current === null || run.clock() >= run.untilMs) {
      late.push(message);
    } else {
      current = await pushOne(run, current, { message, channel: decision.channel, inbox: decision.inbox });
      await run.spend(operationsPerPush);
    }
  }
  if (laidIn > 0 && member !== null) await amendNotices(member._id, (notices) => ({ ...notices, unread: notices.unread + laidIn }));
}

async function keep(run: SendRun, message: OutboxMessage, decision: Exclude<SendDecision, { readonly act: 'push' }>): Promise<void> {
  const at = run.clock();
  const inboxAt = decision.inbox ? { inboxAt: at } : {};
  const step = { state: decision.state, reason: decision.reason };
  if (decision.act === 'keep') {
    await writeStep(run, message, step, { ...inboxAt, dueAt: decision.dueAt });
    if (decision.state === 'held') run.counts.held += 1;
    else run.counts.postponed += 1;
    return;
  }
  const sent = decision.state === 'sent' ? { sent: { channel: 'inbox', at, msgId: null } as const } : {};
  const wait = decision.state === 'unknown' ? { dueAt: at + unknownWaitMs } : {};
  await writeStep(run, message, step, { ...inboxAt, ...sent, ...wait });
  run.counts[decision.state] += 1;
}
