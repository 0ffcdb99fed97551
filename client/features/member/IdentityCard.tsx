import type { Home } from '@shared/member/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { groupsOfFour } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { copyText } from '@/platform/copyText';
import { Card } from '@/ui/Card';
import { IconButton } from '@/ui/IconButton';
import { Tag } from '@/ui/Tag';
import { remark } from '@/ui/toast';
import './IdentityCard.scss';

/** Who I am here: name, tier, card number. */
export function IdentityCard({ home }: { readonly home: Home }): ReactNode {
  const { copy, say } = useSpeech();
  const name = home.nickname === '' ? copy.member.friend : home.nickname;
  const copyNumber = async (): Promise<void> => {
    if (await copyText(home.cardNumber)) remark(copy.member.mine.copied);
  };
  return (
    <Card tone="night">
      <View className="row identity-card">
        <View className="identity-card__face">{name.slice(-1)}</View>
        <View className="grow">
          <View className="row identity-card__line">
            <View className="identity-card__name">{name}</View>
            <Tag tone="gold">{copy.member.tierMember(say(home.tier.name))}</Tag>
          </View>
          <View className="identity-card__number num">{groupsOfFour(home.cardNumber)}</View>
        </View>
        <IconButton icon="copy" label={copy.member.mine.copy} onPress={() => void copyNumber()} />
      </View>
    </Card>
  );
}
