import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import type { IconName } from './icons';
import './Notice.scss';

interface NoticeProps {
  readonly tone: 'offline' | 'note' | 'refused' | 'good';
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly act?: ReactNode;
}

const iconOf: Readonly<Record<NoticeProps['tone'], IconName>> = {
  offline: 'offline',
  note: 'bell',
  refused: 'warn',
  good: 'check',
};

/** A line that says how things stand: without network, worth knowing, refused, done. */
export function Notice({ tone, children, act }: NoticeProps): ReactNode {
  return (
    <View className={`notice notice--${tone}`} {...aria(tone === 'refused' ? { role: 'alert' } : { role: 'status' })}>
      <Icon name={iconOf[tone]} size="small" />
      <View className="notice__text">{children}</View>
      {act}
    </View>
  );
}
