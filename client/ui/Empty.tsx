import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icons';
import './Empty.scss';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  /** The next useful act. */
  readonly children?: ReactNode;
}

/** Where there is nothing yet: says so and offers the next act. */
export function Empty({ icon, title, note, children }: EmptyProps): ReactNode {
  return (
    <View className="empty">
      <View className="empty__icon">
        <Icon name={icon} size="large" />
      </View>
      <View className="empty__title">{title}</View>
      <View className="note">{note}</View>
      {children !== undefined && <View className="empty__act">{children}</View>}
    </View>
  );
}
