import type { NoticesView } from './contract';
import { grantsLeft, type Notices } from './notices';
import { templateIdOf, type MessagePolicy } from './policy';
import { grantTopics, topicNames, type GrantTopic } from './topics';

/** A member's notices as their phone sees them. */
export function viewNotices(notices: Notices, policy: MessagePolicy): NoticesView {
  const carried: readonly string[] = grantTopics;
  return {
    unread: notices.unread,
    topics: topicNames.map((topic) => ({
      topic,
      on: !notices.off.includes(topic),
      left: carried.includes(topic) ? grantsLeft(notices, topic as GrantTopic) : null,
      templateId: carried.includes(topic) ? templateIdOf(policy, topic as GrantTopic) : null,
    })),
  };
}
