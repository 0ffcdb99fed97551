import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import type { IconName } from './icons';
import './CounterItem.scss';

interface CounterItemProps {
  readonly icon: IconName;
  /** Whether it has been dealt with. */
  readonly done: boolean;
  /** What it is, or that it is done. */
  readonly kind: string;
  readonly name: string;
  /** More lines about it. */
  readonly children: ReactNode;
}

/** What lies on the counter, large enough to be read by two people: a pick-up, a voucher, a pack. */
export function CounterItem({ icon, done, kind, name, children }: CounterItemProps): ReactNode {
  return (
    <View className="counter-item" {...aria({ role: 'status' })}>
      <View className={`counter-item__icon ${done ? 'counter-item__icon--done' : ''}`}>
        <Icon name={done ? 'check' : icon} size="large" />
      </View>
      <View className="note">{kind}</View>
      <View className="counter-item__name">{name}</View>
      {children}
    </View>
  );
}
