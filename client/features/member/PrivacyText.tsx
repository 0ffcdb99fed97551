import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';

/** The privacy notice, part by part. */
export function PrivacyText(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Card>
      <View>{copy.memberPrivacy.lead}</View>
      {copy.memberPrivacy.parts.map(({ title, text }) => (
        <View key={title} className="privacy-text__part">
          <SectionHead title={title} />
          <View className="privacy-text__words">{text}</View>
        </View>
      ))}
    </Card>
  );
}
