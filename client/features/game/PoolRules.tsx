import type { PoolView } from '@shared/game/contract';
import { prizeOf } from '@shared/game/decideDraw';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Fact } from './Fact';

interface PoolRulesProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
}

/** Who, when, how often, and the rules as they were frozen. */
export function PoolRules({ view, offsetMinutes }: PoolRulesProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.gameDraw.odds;
  const { content } = view;
  const { guarantee } = content;
  const at = (ms: number): string => momentText(ms, offsetMinutes, language);
  const times = (count: number): string => words.times(numberText(count));
  return (
    <Card>
      <SectionHead title={say(content.name)} />
      <Fact name={words.organiser} value={say(content.organiser)} />
      <Fact name={words.period} value={`${at(content.opensAt)} – ${at(content.endsAt)}`} />
      <Fact name={words.perDay} value={times(content.perDayMax)} />
      {content.perMemberMax !== null && <Fact name={words.perMember} value={times(content.perMemberMax)} />}
      {content.drawsMax !== null && <Fact name={words.drawsMax} value={times(content.drawsMax)} />}
      {guarantee !== null && (
        <View className="note">{words.guarantee(guarantee.misses, say(prizeOf(content, guarantee.prizeId).name))}</View>
      )}
      <SectionHead title={words.rules} />
      <View className="note pool-rules__text">{say(content.rules)}</View>
    </Card>
  );
}
