import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './FigureRow.scss';

interface FigureRowProps {
  readonly name: string;
  readonly count?: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** One figure of a reckoning: what, how many, how much. */
export function FigureRow({ name, count = '', value, strong = false }: FigureRowProps): ReactNode {
  return (
    <View className={`figure-row num ${strong ? 'figure-row--strong' : ''}`}>
      <View className="grow">{name}</View>
      {count !== '' && <View className="note">{count}</View>}
      <View className="figure-row__value">{value}</View>
    </View>
  );
}
