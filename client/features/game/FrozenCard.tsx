import type { PoolView } from '@shared/game/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Fact } from './Fact';

interface FrozenCardProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
}

/** What was frozen at publication, with the fingerprints that bind the organiser to it, and what closing has told. */
export function FrozenCard({ view, offsetMinutes }: FrozenCardProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.gameDraw.odds;
  return (
    <Card>
      <SectionHead title={words.frozen} />
      {view.revisions.map((each) => (
        <Fact
          key={each.revision}
          long
          name={`${words.revision(each.revision, momentText(each.publishedAt, offsetMinutes, language))} · ${words.hash}`}
          value={each.hash}
        />
      ))}
      <Fact long name={words.secretHash} value={view.secretHash} />
      {view.secret !== null && <Fact long name={words.secret} value={view.secret} />}
      {view.closing !== null && <Fact long name={words.records(numberText(view.closing.draws))} value={view.closing.recordsHash} />}
      <View className="note">{words.note}</View>
    </Card>
  );
}
