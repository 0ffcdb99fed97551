import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Tag.scss';

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: 'silk' | 'good' | 'warn' | 'quiet' | 'gold';
}

/** A short word that marks a thing. */
export function Tag({ children, tone = 'silk' }: TagProps): ReactNode {
  return <Text className={`tag tag--${tone}`}>{children}</Text>;
}
