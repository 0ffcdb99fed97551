import { View } from '@tarojs/components';
import type { StoreCodeView } from '@shared/store/contract';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Field } from '@/ui/Field';
import { SectionHead } from '@/ui/SectionHead';
import { Segmented } from '@/ui/Segmented';

type Wanted = Pick<StoreCodeView, 'kind' | 'points' | 'perDayMax'>;

/** What the contract takes at most; the programme's own limit is said by the answer. */
const pointsMax = 1_000;
const perDayMost = 5_000;
const digitsMax = 4;

/** What a new code gives and to how many a day. */
export function MakeCodeCard({ onMake }: { readonly onMake: (wanted: Wanted) => Promise<void> }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.storeCode;
  const [kind, setKind] = useState<Wanted['kind']>('earn');
  const [points, setPoints] = useState('5');
  const [perDay, setPerDay] = useState('200');
  const wanted: Wanted = { kind, points: kind === 'earn' ? Number(points) : 0, perDayMax: Number(perDay) };
  const pointsFit = kind === 'draw' || (/^\d+$/.test(points) && wanted.points >= 1 && wanted.points <= pointsMax);
  const fits = pointsFit && /^\d+$/.test(perDay) && wanted.perDayMax >= 1 && wanted.perDayMax <= perDayMost;
  const options = (['earn', 'draw'] as const).map((value) => ({ value, text: words.kinds[value] }));
  return (
    <Card>
      <SectionHead title={words.make} />
      <View className="note">{words.makeNote}</View>
      <Segmented label={words.kind} value={kind} options={options} onChange={setKind} />
      {kind === 'earn' && <Field label={words.points} value={points} onChange={setPoints} digits lengthMax={digitsMax} />}
      <Field label={words.perDay} value={perDay} onChange={setPerDay} digits lengthMax={digitsMax} />
      <Button disabled={!fits} onPress={() => onMake(wanted)}>
        {words.makeDo}
      </Button>
    </Card>
  );
}
