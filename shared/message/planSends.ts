import { decideSend, grantTopicOf, type Recipient, type SendDecision, type SendSetting } from './decideSend';
import { withPush } from './notices';
import type { OutboxMessage } from './types';

export interface PlannedSend {
  readonly message: OutboxMessage;
  readonly decision: SendDecision;
}

/**
 * Decides due messages in their order, each as if those before had gone out: one grant carries one message, and the caps count within a
 * batch too.
 */
export function planSends(
  due: readonly OutboxMessage[],
  recipients: ReadonlyMap<string, Recipient>,
  setting: SendSetting,
): readonly PlannedSend[] {
  const standing = new Map(recipients);
  return due.map((message) => {
    const recipient = standing.get(message.memberId) ?? null;
    const decision = decideSend(message, recipient, setting);
    if (decision.act === 'push' && recipient !== null) {
      const push = { id: message._id, at: setting.now, topic: grantTopicOf(message) };
      standing.set(message.memberId, { ...recipient, notices: withPush(recipient.notices, push) });
    }
    return { message, decision };
  });
}
