import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/ui/Button';
import './UnitsRow.scss';

interface UnitsRowProps {
  readonly title: string;
  readonly note?: string;
  readonly units: number;
  readonly unitsMax: number;
  /** What the two keys are called. */
  readonly less: string;
  readonly more: string;
  readonly onChange: (units: number) => void;
}

/** Something with a number of units, and the keys for one less and one more. */
export function UnitsRow({ title, note, units, unitsMax, less, more, onChange }: UnitsRowProps): ReactNode {
  return (
    <View className="units-row">
      <View className="grow">
        <View className="num">{title}</View>
        {note !== undefined && <View className="label num">{note}</View>}
      </View>
      <Button size="small" tone="tint" label={less} disabled={units === 0} onPress={() => onChange(units - 1)}>
        −
      </Button>
      <View className="units-row__units num">{units}</View>
      <Button size="small" tone="tint" label={more} disabled={units >= unitsMax} onPress={() => onChange(units + 1)}>
        +
      </Button>
    </View>
  );
}
