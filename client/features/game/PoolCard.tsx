import type { PoolCard as PoolCardView } from '@shared/game/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Tag } from '@/ui/Tag';
import './PoolCard.scss';

interface PoolCardProps {
  readonly pool: PoolCardView;
  readonly offsetMinutes: number;
}

const iconOf: Readonly<Record<PoolCardView['face'], IconName>> = { wheel: 'wheel', grid: 'keypad', scratch: 'picture' };

/** One pool on the play tab: what can be won, until when, and the way in. Open ones on the night ground. */
export function PoolCard({ pool, offsetMinutes }: PoolCardProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.gameDraw;
  const isOpen = pool.phase === 'open';
  const at = (ms: number): string => momentText(ms, offsetMinutes, language);
  return (
    <Card tone={isOpen ? 'night' : 'surface'}>
      <View className="row pool-card__row">
        <View className={`pool-card__icon ${isOpen ? 'pool-card__icon--open' : ''}`}>
          <Icon name={iconOf[pool.face]} />
        </View>
        <View className="grow">
          <View className="pool-card__name" {...aria({ role: 'heading', level: 2 })}>
            {say(pool.name)}
          </View>
          <View className={isOpen ? 'pool-card__note' : 'note'}>
            {pool.phase === 'soon' ? words.from(at(pool.opensAt)) : words.until(at(pool.endsAt))}
          </View>
        </View>
        {isOpen ? null : <Tag tone="quiet">{words.phases[pool.phase]}</Tag>}
      </View>
      <View className={`pool-card__prizes ${isOpen ? 'pool-card__note' : 'note'}`}>
        {words.each(pool.prizes.map(say).join(language === 'zh' ? '、' : ', '))}
      </View>
      {isOpen && pool.mine !== null && (
        <View className="pool-card__mine num">{`${words.mine(pool.mine.chances)} · ${words.today(pool.mine.drawnToday, pool.perDayMax)}`}</View>
      )}
      <View className="row pool-card__acts">
        <Button tone={isOpen ? 'cream' : 'tint'} onPress={() => open('pool', { pool: pool.id })}>
          {isOpen ? words.pools.enter : words.pools.look}
        </Button>
        <Button tone={isOpen ? 'night' : 'plain'} onPress={() => open('odds', { pool: pool.id })}>
          {words.pools.odds}
        </Button>
      </View>
    </Card>
  );
}
