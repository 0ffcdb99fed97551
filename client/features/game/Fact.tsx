import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Fact.scss';

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** Long values of no words (fingerprints) go below their name and break anywhere. */
  readonly long?: boolean;
}

/** A name and its value on one line; long ones below each other. */
export function Fact({ name, value, long = false }: FactProps): ReactNode {
  return (
    <View className={`game-fact ${long ? 'game-fact--long' : ''}`}>
      <View className="note game-fact__name">{name}</View>
      <View className="num game-fact__value">{value}</View>
    </View>
  );
}
