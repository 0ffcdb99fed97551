import { defaultMessagePolicy, templateIdOf } from '@shared/message/policy';
import { grantTopics, topics } from '@shared/message/topics';

/** The platform's message templates as the local cloud knows them: on a real platform they are chosen in its console. */
export const messageTemplates = grantTopics.map((topic) => ({
  id: templateIdOf(defaultMessagePolicy, topic),
  title: topics[topic].template.title,
  fields: topics[topic].template.fields,
}));
