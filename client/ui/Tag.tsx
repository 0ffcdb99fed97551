import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Tag.scss';

/** A short word that marks a thing. */
export function Tag({ children, tone = 'silk' }: { readonly children: ReactNode; readonly tone?: 'silk' | 'good' | 'warn' | 'quiet' | 'gold' }): ReactNode {
  return <Text className={`tag tag--${tone}`}>{children}</Text>;
}
