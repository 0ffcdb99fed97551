import type { PackView } from '@shared/reward/pack';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { CodePaper } from '@/ui/CodePaper';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import './PackDetail.scss';

interface PackDetailProps {
  readonly pack: PackView;
  readonly offsetMinutes: number;
}

/** One service pack: what is left of it, its code while it can be used, and where and when it was used. */
export function PackDetail({ pack, offsetMinutes }: PackDetailProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.voucher.pack;
  const over = pack.lapsed || pack.left === 0;
  return (
    <>
      <Card>
        <View className="row row--apart">
          <View className="pack-detail__name" {...aria({ role: 'heading', level: 2 })}>
            {say(pack.name)}
          </View>
          <Tag tone={over ? 'quiet' : 'silk'}>{pack.left === 0 ? words.empty : pack.lapsed ? words.lapsed : words.themes[pack.theme]}</Tag>
        </View>
        <View className="pack-detail__left num">{words.left(pack.left, pack.uses)}</View>
        <View className="pack-detail__dots" {...aria({ hidden: true })}>
          {Array.from({ length: pack.uses }, (_, index) => (
            <View key={index} className={`pack-detail__dot ${index < pack.left ? 'pack-detail__dot--left' : ''}`} />
          ))}
        </View>
        <View className="note">{words.until(dayText(pack.endsOn, language))}</View>
        <View className="note">{say(pack.detail)}</View>
      </Card>
      {!over && <CodePaper name="pack" digits={pack.code} bars={words.bars} qr={words.qr} hint={words.hint} />}
      <Card>
        <SectionHead title={words.history} />
        {pack.used.length === 0 && <View className="note">{words.historyNone}</View>}
        {pack.used.map((use, index) => (
          <ListRow key={use.at} title={words.use(index + 1)} note={`${momentText(use.at, offsetMinutes, language)} · ${say(use.shop)}`} />
        ))}
      </Card>
    </>
  );
}
