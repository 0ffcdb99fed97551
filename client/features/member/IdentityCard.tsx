import { dayNumber, dayOf } from '@shared/kernel/time';
import { anniversaryOn } from '@shared/member/anniversary';
import type { Home } from '@shared/member/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, groupsOfFour, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { copyText } from '@/platform/copyText';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { Card } from '@/ui/Card';
import { IconButton } from '@/ui/IconButton';
import { Tag } from '@/ui/Tag';
import { remark } from '@/ui/toast';
import './IdentityCard.scss';

/** Who I am here: name, tier, card number. */
export function IdentityCard({ home }: { readonly home: Home }): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const name = home.nickname === '' ? copy.member.friend : home.nickname;
  const copyNumber = async (): Promise<void> => {
    if (await copyText(home.cardNumber)) remark(copy.member.mine.copied);
  };
  return (
    <Card tone="night" className={`face--${home.face}`}>
      <View className="row identity-card">
        <View className="identity-card__face" {...aria({ hidden: true })}>
          <Avatar url={(home.avatar as Home['avatar'] | undefined)?.url} name={name} />
        </View>
        <View className="grow">
          <View className="row identity-card__line">
            <View className="identity-card__name">{name}</View>
            <Tag tone="gold">{copy.member.tierMember(say(home.tier.name))}</Tag>
          </View>
          <View className="identity-card__number num">{groupsOfFour(home.cardNumber)}</View>
          <View className="identity-card__since num">{sinceText(home, speech)}</View>
        </View>
        <IconButton icon="copy" label={copy.member.mine.copy} onPress={() => void copyNumber()} />
      </View>
    </Card>
  );
}

const yearDays = 365;

/** Since when: the days at first, the years later, and the anniversary on its day. */
function sinceText({ joinedAt, offsetMinutes, checkin: { today } }: Home, { copy, language }: Speech): string {
  const words = copy.memberFace;
  const years = anniversaryOn(joinedAt, today, offsetMinutes);
  if (years !== null) return words.anniversary(years);
  const joined = dayOf(joinedAt, offsetMinutes);
  const days = dayNumber(today) - dayNumber(joined) + 1;
  const on = dayText(joined, language, today);
  return days > yearDays ? words.years(on, Math.floor(days / yearDays)) : words.joined(on, numberText(days));
}
