import type { OutboxFigures } from '@shared/message/contract';
import { topics, type GrantTopic } from '@shared/message/topics';
import { messageStates } from '@shared/message/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { cheer, decline } from '@/ui/toast';

interface OutboxCardProps {
  readonly figures: OutboxFigures;
  readonly onLifted: () => Promise<void>;
}

/** How many messages are in which state; a template that was stopped after a set-up error is sent by again from here. */
export function OutboxCard({ figures, onLifted }: OutboxCardProps): ReactNode {
  const { copy, say, refusal } = useSpeech();
  const words = copy.storeJobs;
  const lift = async (topic: GrantTopic): Promise<void> => {
    const answer = await call('console', 'message.resume', { topic });
    if (!answer.ok) {
      decline(refusal(answer.refusal));
      return;
    }
    cheer(words.resumed);
    await onLifted();
  };
  return (
    <Card>
      <SectionHead title={words.messages} />
      {figures.stops.map(({ _id, errCode }) => {
        const topic = _id as GrantTopic;
        const act = (
          <Button size="small" tone="tint" onPress={() => lift(topic)}>
            {words.resume}
          </Button>
        );
        return (
          <Notice key={_id} tone="refused" act={act}>
            {words.stopped(say(topics[topic].name), errCode)}
          </Notice>
        );
      })}
      {messageStates.map((state) => (
        <ListRow key={state} title={words.outbox[state]} end={<View className="num">{numberText(figures.states[state])}</View>} />
      ))}
    </Card>
  );
}
