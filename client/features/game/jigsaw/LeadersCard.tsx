import type { Leaders } from '@shared/game/jigsaw/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import { clockText } from './clockText';
import './Jigsaw.scss';

/** The fastest of the day, names masked. */
export function LeadersCard({ leaders }: { readonly leaders: Leaders }): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  return (
    <Card>
      <SectionHead title={words.leaders} />
      {leaders.length === 0 && <View className="note">{words.noLeaders}</View>}
      {leaders.map(({ mask, ms, moves, mine }, index) => (
        <View key={`${mask}:${ms}:${moves}`} className="row row--apart jigsaw__leader num">
          <View className="row jigsaw__who">
            <View className="note">{index + 1}</View>
            <View>{mask}</View>
            {mine && <Tag>{words.me}</Tag>}
          </View>
          <View>
            {clockText(ms)} · {words.moves(moves)}
          </View>
        </View>
      ))}
    </Card>
  );
}
