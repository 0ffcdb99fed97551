import type { FamilyView } from '@shared/member/familyContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { cheer } from '@/ui/toast';
import { PartSheet } from './PartSheet';

interface SharedAccountCardProps {
  readonly family: FamilyView;
  readonly onLeft: (family: FamilyView) => void;
}

/** Whose account I share, and leaving it. */
export function SharedAccountCard({ family, onLeft }: SharedAccountCardProps): ReactNode {
  const words = useSpeech().copy.family;
  const [leaving, setLeaving] = useState(false);
  return (
    <Card>
      <SectionHead title={words.inOf(family.holderName || words.somebody)} end={words.people(family.people, family.most)} />
      <View className="note">{words.inNote}</View>
      <Button tone="plain" onPress={() => setLeaving(true)}>
        {words.leave}
      </Button>
      <PartSheet
        open={leaving}
        title={words.leaveAsk}
        note={words.leaveNote}
        does={words.leaveDo}
        act={async () => {
          const answer = await call('member', 'family.leave', {});
          if (!answer.ok) return answer.refusal;
          setLeaving(false);
          cheer(words.leaveDone);
          onLeft(answer.value);
          return null;
        }}
        onClose={() => setLeaving(false)}
      />
    </Card>
  );
}
