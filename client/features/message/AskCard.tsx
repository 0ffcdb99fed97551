import type { NoticesView } from '@shared/message/contract';
import type { GrantTopic } from '@shared/message/topics';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { askMessages } from '@/platform/askMessages';
import { call } from '@/platform/call';
import { newKey } from '@/platform/newKey';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { cheer, decline, remark } from '@/ui/toast';
import './AskCard.scss';

interface AskCardProps {
  /** What this moment may ask for, at most five. */
  readonly topics: readonly GrantTopic[];
  readonly notices: NoticesView;
  readonly onChange: (notices: NoticesView) => void;
}

/** The question at the right moment: shall we tell you once more? Says how often we still may. */
export function AskCard({ topics, notices, onChange }: AskCardProps): ReactNode {
  const { copy, language, refusal } = useSpeech();
  const words = copy.message.ask;
  const shown = notices.topics.filter(({ topic, on }) => on && topics.some((each) => each === topic));
  const left = Math.min(...shown.map((each) => each.left ?? 0));
  if (shown.length === 0) return null;
  const ask = async (): Promise<void> => {
    // The platform's dialog opens only in the tap itself: nothing may be awaited before it.
    const answer = await askMessages(shown.map(({ templateId }) => templateId ?? ''));
    if (!answer.asked) {
      remark(words.cannot[answer.why]);
      return;
    }
    const answers = shown.map(({ topic, templateId }) => ({
      topic: topic as GrantTopic,
      verdict: answer.accepted.has(templateId ?? '') ? ('accept' as const) : ('reject' as const),
    }));
    const saved = await call('member', 'message.grant', { key: await newKey(), language, answers });
    if (!saved.ok) {
      decline(refusal(saved.refusal));
      return;
    }
    onChange(saved.value);
    if (answer.accepted.size > 0) cheer(words.accepted);
    else remark(words.rejected);
  };
  return (
    <View className="ask-card">
      <Icon name="bell" />
      <View className="grow">
        <View className="ask-card__lead">{words.lead[topics[0] ?? 'lapse']}</View>
        <View className="note">{left > 0 ? words.left(left) : words.none}</View>
      </View>
      <Button size="small" tone="tint" onPress={ask}>
        {left > 0 ? words.again : words.act}
      </Button>
    </View>
  );
}
