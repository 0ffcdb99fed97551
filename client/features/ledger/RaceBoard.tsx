import type { RacePlace } from '@shared/ledger/race';
import type { RaceView } from '@shared/ledger/race';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import './RaceBoard.scss';

const shownFirst = 10;

/** The first hundred; ten of them until more are asked for. */
export function RaceBoard({ race }: { readonly race: RaceView }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.ledgerRace;
  const [all, setAll] = useState(false);
  if (race.top.length === 0) {
    return (
      <Empty icon="star" title={words.none} note={words.noneNote}>
        <Button size="small" tone="tint" onPress={() => open('code')}>
          {copy.house.showCode}
        </Button>
      </Empty>
    );
  }
  const shown = all ? race.top : race.top.slice(0, shownFirst);
  return (
    <Card>
      <SectionHead title={words.board} />
      <View {...aria({ role: 'list' })}>
        {shown.map((place) => (
          <BoardRow key={place.place} place={place} />
        ))}
      </View>
      {!all && race.top.length > shownFirst && (
        <Button tone="plain" onPress={() => setAll(true)}>
          {copy.house.more}
        </Button>
      )}
    </Card>
  );
}

const firstPlaces = 3;

function BoardRow({ place: { place, name, avatarUrl, points, mine } }: { readonly place: RacePlace }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.ledgerRace;
  return (
    <View className={`race-row ${mine ? 'race-row--mine' : ''}`} {...aria({ role: 'listitem' })}>
      <View className={`race-row__place num ${place <= firstPlaces ? 'race-row__place--first' : ''}`}>{place}</View>
      <View className="race-row__face" {...aria({ hidden: true })}>
        <Avatar url={avatarUrl} name={name ?? ''} />
      </View>
      <View className="grow race-row__name">{name === null || name === '' ? words.masked : name}</View>
      {mine && <Tag>{words.me}</Tag>}
      <View className="num strong">{numberText(points)}</View>
    </View>
  );
}
