import type { NoticesView } from '@shared/message/contract';
import { topics, type Topic } from '@shared/message/topics';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Toggle } from '@/ui/Toggle';
import { decline, remark } from '@/ui/toast';

interface NoticeSettingsProps {
  readonly notices: NoticesView;
  readonly onChange: (notices: NoticesView) => void;
}

/** Everything we may tell the member, each with its switch; what WeChat carries says how often it still will. */
export function NoticeSettings({ notices, onChange }: NoticeSettingsProps): ReactNode {
  const { copy, language, say, refusal } = useSpeech();
  const words = copy.message.settings;
  const [saving, setSaving] = useState<Topic | null>(null);
  const change = async (topic: Topic, on: boolean): Promise<void> => {
    if (saving !== null) return;
    setSaving(topic);
    const answer = await call('member', 'message.switch', { topic, on, language });
    setSaving(null);
    if (!answer.ok) {
      decline(refusal(answer.refusal));
      return;
    }
    onChange(answer.value);
    remark(on ? words.on : words.off);
  };
  const parts = [
    { title: words.wechat, note: words.wechatNote, rows: notices.topics.filter(({ left }) => left !== null) },
    { title: words.inboxOnly, note: words.inboxOnlyNote, rows: notices.topics.filter(({ left }) => left === null) },
  ];
  return (
    <>
      {parts.map(({ title, note, rows }) => (
        <Card key={title}>
          <SectionHead title={title} />
          <View className="note">{note}</View>
          {rows.map(({ topic, on, left }) => (
            <ListRow
              key={topic}
              title={say(topics[topic].name)}
              note={left === null ? say(topics[topic].note) : `${say(topics[topic].note)} · ${words.left(left)}`}
              end={<Toggle label={say(topics[topic].name)} on={on} onChange={(next) => void change(topic, next)} />}
            />
          ))}
        </Card>
      ))}
    </>
  );
}
