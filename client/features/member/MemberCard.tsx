import { dayNumber } from '@shared/kernel/time';
import type { Home, PointsView } from '@shared/member/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText, timesText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import { Icon } from '@/ui/Icon';
import { Tag } from '@/ui/Tag';
import './MemberCard.scss';

interface MemberCardProps {
  readonly home: Home;
  /** The tier's drawing. */
  readonly ornament: ReactNode;
  /** How far it is to the next tier. */
  readonly progress: ReactNode;
}

const timesOne = 100;
/** Points that lapse later than this many days from now are no news yet. */
const lapseSaidDays = 60;

/** The member card: tier, points and what becomes of them next, and the way to the code. */
export function MemberCard({ home, ornament, progress }: MemberCardProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const { tier, points } = home;
  return (
    <Card tone="night" className={`face--${home.face}`}>
      {ornament}
      <View className="row member-card__tier">
        <Text className="member-card__tier-name">{copy.member.tierMember(say(tier.name))}</Text>
        {home.paidCard != null && <Tag tone="gold">{say(home.paidCard.name)}</Tag>}
        {tier.multiplier !== timesOne && <Tag tone="gold">{copy.member.multiplier(timesText(tier.multiplier))}</Tag>}
      </View>
      <View className="row row--base member-card__points">
        <CountUp value={points.available} className="member-card__number" />
        <Text className="member-card__unit">{copy.house.points}</Text>
      </View>
      <View className="member-card__next num">{whatNext(points, home.checkin.today, copy, language)}</View>
      {progress}
      <Button tone="cream" onPress={() => open('code')}>
        <Icon name="code" />
        {copy.house.showCode}
      </Button>
    </Card>
  );
}

/** What the points will do next, soonest worry first: owed, arriving, lapsing. */
function whatNext(points: PointsView, today: string, copy: Speech['copy'], language: Speech['language']): string {
  const { debt, pending, nextRelease, nextLapse } = points;
  const said: string[] = [];
  if (debt > 0) said.push(copy.member.debt(numberText(debt)));
  if (nextRelease !== null && nextRelease.points === pending) {
    said.push(copy.member.pendingOn(numberText(pending), dayText(nextRelease.on, language, today)));
  } else if (pending > 0) said.push(copy.member.pending(numberText(pending)));
  if (nextLapse !== null && dayNumber(nextLapse.on) - dayNumber(today) <= lapseSaidDays) {
    said.push(copy.member.lapse(numberText(nextLapse.points), dayText(nextLapse.on, language, today)));
  }
  return said.length === 0 ? copy.member.lapseNone : said.join(' · ');
}
