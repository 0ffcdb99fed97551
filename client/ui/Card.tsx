import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Card.scss';

interface CardProps {
  readonly children: ReactNode;
  readonly tone?: 'surface' | 'night';
  readonly className?: string;
}

/** A card: white on paper, or the night ground of the member card. */
export function Card({ children, tone = 'surface', className = '' }: CardProps): ReactNode {
  return <View className={`card card--${tone} ${className}`}>{children}</View>;
}
